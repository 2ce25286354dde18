/// The addresses of a cell as they are found, with what was repaired on the way.
struct CellReading {
    private(set) var addresses: [EmailAddress] = []
    private(set) var repairs: Set<AddressRepair>
    private var seen: Set<EmailAddress> = []
    private var count = 0

    init(repairs: Set<AddressRepair>) { self.repairs = repairs }

    /// Reads every address of a cleaned text.
    mutating func read(_ scalars: [Unicode.Scalar]) throws(MalformedAddress) {
        let (parts, hasEmptyPlaces) = try CellScanner.parts(of: try withoutOuterQuotes(scalars))
        let isName = Self.beginningsOfNames(parts)
        for (place, part) in parts.enumerated() where !isName[place] {
            try read(part, hasName: place > 0 && isName[place - 1])
        }
        if hasEmptyPlaces, !addresses.isEmpty { repairs.insert(.emptyPlaces) }
        if count > 1 { repairs.insert(.severalAddresses) }
    }

    /// Which parts are the beginning of an unquoted name that a bracketed address follows: `Doe, Jane <…>`.
    private static func beginningsOfNames(_ parts: [CellPart]) -> [Bool] {
        var isName = parts.map { _ in false }
        guard parts.count > 1 else { return isName }
        var leadsToAddress = false
        for (place, part) in parts.enumerated().reversed() {
            isName[place] = leadsToAddress && part.isBeginningOfName
            leadsToAddress = isName[place] || part.angle != nil
        }
        return isName
    }

    /// A cell that stands in one pair of double quotes as a whole.
    private mutating func withoutOuterQuotes(
        _ scalars: [Unicode.Scalar]
    ) throws(MalformedAddress) -> [Unicode.Scalar] {
        guard scalars.contains("\"") else { return scalars }
        let inner = Self.trimmed(scalars)
        guard inner.count >= 2, inner.first == "\"", inner.last == "\"",
            !inner.dropFirst().dropLast().contains("\"")
        else { return scalars }
        let text = Array(inner.dropFirst().dropLast())
        if text.contains(where: { $0 != " " && $0 != "\n" }) { repairs.insert(.quotes) }
        return text
    }

    private mutating func read(_ part: CellPart, hasName: Bool) throws(MalformedAddress) {
        let before = addresses.count
        if let angle = part.angle {
            let text = Self.trimmed(part.text)
            let isNamed = hasName || !text.isEmpty || !part.quoted.isEmpty
            repairs.insert(isNamed ? .displayName : .angleBrackets)
            let address = try readOne(Self.withoutSpacesAroundAt(angle, &repairs))
            for name in part.quoted + [text] { try Self.check(name, names: address) }
        } else if let quoted = part.quoted.first {
            guard part.quoted.count == 1, Self.trimmed(part.text).isEmpty else {
                throw MalformedAddress(.characterNotAllowed)
            }
            repairs.insert(.quotes)
            try readSeveral(quoted)
        } else {
            try readSeveral(part.text)
        }
        guard !part.comments.isEmpty else { return }
        repairs.insert(.comment)
        guard let last = addresses.last, addresses.count <= before + 1 else {
            throw MalformedAddress(.characterNotAllowed)
        }
        for comment in part.comments { try Self.check(comment, names: last) }
    }

    /// Reads addresses that only spaces stand between.
    private mutating func readSeveral(_ scalars: [Unicode.Scalar]) throws(MalformedAddress) {
        let text = Self.withoutSpacesAroundAt(scalars, &repairs)
        if MailLink.tail(of: text) != nil {
            // Spaces of a subject are no spaces between addresses.
            _ = try readOne(text)
            return
        }
        guard text.contains(" ") else {
            guard !text.isEmpty else { throw MalformedAddress(.noAtSign) }
            _ = try readOne(text)
            return
        }
        let words = text.split(separator: " ")
        if words.count == 2, MailLink.target(Array(words[0]))?.isEmpty == true {
            _ = try readOne(Array(words[0] + words[1]))
            return
        }
        guard !words.isEmpty else { throw MalformedAddress(.noAtSign) }
        for word in words { _ = try readOne(Array(word)) }
    }

    private mutating func readOne(_ scalars: [Unicode.Scalar]) throws(MalformedAddress) -> EmailAddress {
        var text = withoutQuotes(Self.trimmed(scalars))
        var isEncoded = false
        if let target = MailLink.target(text) {
            repairs.insert(.mailLink)
            text = withoutQuotes(target)
            isEncoded = true
        }
        text = try withoutTail(text)
        if isEncoded || !text.contains("@"), text.contains("%") { text = try decoded(text) }
        if let at = text.lastIndex(of: "@"), at > 0, text[at - 1] == "\\" {
            repairs.insert(.backslash)
            text.remove(at: at - 1)
        }
        if text.last == ".", text.contains("@") {
            repairs.insert(.trailingDot)
            text.removeLast()
        }
        guard !text.isEmpty else { throw MalformedAddress(.noAtSign) }
        let address = try EmailAddress(reading: Substring(String(text)))
        count += 1
        // Nearly every cell holds one address, which need not be told from others.
        if count == 2 { seen.formUnion(addresses) }
        if count == 1 || seen.insert(address).inserted { addresses.append(address) }
        return address
    }

    private mutating func decoded(_ text: [Unicode.Scalar]) throws(MalformedAddress) -> [Unicode.Scalar] {
        guard let decoded = MailLink.decoded(text) else { throw MalformedAddress(.characterNotAllowed) }
        if decoded != text { repairs.insert(.percentEncoding) }
        return decoded
    }

    /// Cuts off the end of a mail link; one that names further people makes the cell malformed.
    private mutating func withoutTail(
        _ text: [Unicode.Scalar]
    ) throws(MalformedAddress) -> [Unicode.Scalar] {
        guard let tail = MailLink.tail(of: text) else { return text }
        let fields = String(tail).lowercased()
        guard !fields.contains("@"), !fields.contains("%40") else { throw MalformedAddress(.severalAtSigns) }
        repairs.insert(.mailLinkTail)
        return Array(text[..<tail.startIndex])
    }

    /// Strips pairs of quotes, and a single quote before the text, by which spreadsheets mark text.
    private mutating func withoutQuotes(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var text = text
        while let first = text.first, !ASCIIText.isAlphanumeric(first), let closing = Self.closing[first] {
            if text.count > 1, let last = text.last, closing.unicodeScalars.contains(last) {
                text = Self.trimmed(Array(text.dropFirst().dropLast()))
            } else if first == "'" {
                text.removeFirst()
            } else {
                return text
            }
            repairs.insert(.quotes)
        }
        return text
    }

    /// Opening quotes, each with those that may close it.
    private static let closing: [Unicode.Scalar: String] = [
        "'": "'", "\"": "\"", "`": "`'", "\u{2018}": "\u{2019}", "\u{2019}": "\u{2019}",
        "\u{201A}": "\u{2018}\u{2019}", "\u{201C}": "\u{201D}", "\u{201D}": "\u{201D}",
        "\u{201E}": "\u{201C}\u{201D}", "\u{AB}": "\u{BB}", "\u{BB}": "\u{AB}", "\u{2039}": "\u{203A}",
    ]

    /// A name with an `@` must not be another address than the one that it names.
    private static func check(
        _ name: [Unicode.Scalar], names address: EmailAddress
    ) throws(MalformedAddress) {
        guard name.contains("@") else { return }
        var reading = CellReading(repairs: [])
        do throws(MalformedAddress) {
            try reading.readSeveral(name)
        } catch {
            guard reading.addresses.isEmpty else { throw MalformedAddress(.severalAtSigns) }
            return
        }
        guard reading.addresses == [address] else { throw MalformedAddress(.severalAtSigns) }
    }

    private static func trimmed(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let first = text.first, let last = text.last else { return text }
        if first != " ", first != "\n", last != " ", last != "\n" { return text }
        let start = text.drop { $0 == " " || $0 == "\n" }
        return Array(
            start.prefix(upTo: (start.lastIndex { $0 != " " && $0 != "\n" } ?? start.startIndex - 1) + 1))
    }

    private static func withoutSpacesAroundAt(
        _ text: [Unicode.Scalar], _ repairs: inout Set<AddressRepair>
    ) -> [Unicode.Scalar] {
        let text = trimmed(text)
        guard text.contains(" "), text.contains("@") else { return text }
        var result: [Unicode.Scalar] = []
        for scalar in text {
            if scalar == "@", result.last == " " {
                repairs.insert(.spacesAroundAt)
                while result.last == " " { result.removeLast() }
            }
            if scalar == " ", result.last == "@" {
                repairs.insert(.spacesAroundAt)
                continue
            }
            result.append(scalar)
        }
        return result
    }
}
