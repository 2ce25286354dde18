/// Cuts a cell into its parts, at commas, semicolons, bars, strokes, `:::` and ends of lines.
///
/// Quotes and brackets are kept together; one that does not close makes the cell malformed.
struct CellScanner {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var part = CellPart()
    private var parts: [CellPart] = []
    /// Whether a separator other than the end of a line stood beside nothing.
    private var hasEmptyPlaces = false
    /// Whether the text of the part has an `@`; what may stand before it may not stand behind it.
    private var hasAt = false

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// The parts that hold something, and whether there were empty ones.
    static func parts(
        of scalars: [Unicode.Scalar]
    ) throws(MalformedAddress) -> (parts: [CellPart], hasEmptyPlaces: Bool) {
        guard scalars.contains(where: ASCIIText.cutsCells) else {
            let part = CellPart(pieces: scalars.isEmpty ? [] : [.text(scalars)])
            return (part.isEmpty ? [] : [part], false)
        }
        var scanner = CellScanner(scalars)
        while scanner.place < scalars.count { try scanner.step() }
        scanner.endPart(atLineEnd: true)
        return (scanner.parts, scanner.hasEmptyPlaces)
    }

    private mutating func step() throws(MalformedAddress) {
        let scalar = scalars[place]
        switch scalar {
        case "\n": endPart(atLineEnd: true)
        case ",", ";":
            part.endsInComma = scalar == ","
            endPart(atLineEnd: false)
        case "|" where hasAt || isBesideSpace: endPart(atLineEnd: false)
        case "/" where hasAt || isBetweenSpaces: endPart(atLineEnd: false)
        case ":" where scalars[place...].starts(with: ":::".unicodeScalars):
            place += 2
            endPart(atLineEnd: false)
        case "\"" where isAtWordBegin:
            if part.angle != nil { endPart(atLineEnd: true) }
            part.pieces.append(.quoted(try quoted()))
        case "(" where isAtWordBegin || hasAt: part.pieces.append(.comment(try comment()))
        case "<": part.pieces.append(.angle(try angle()))
        case "?" where hasAt && isTail: takeTail()
        default: append(scalar)
        }
        place += 1
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        // What follows a bracketed address begins the next one.
        if part.angle != nil, scalar != " " { endPart(atLineEnd: true) }
        hasAt = hasAt || scalar == "@"
        part.append(scalar)
    }

    private mutating func endPart(atLineEnd: Bool) {
        if !part.isEmpty { parts.append(part) } else if !atLineEnd { hasEmptyPlaces = true }
        if atLineEnd, !parts.isEmpty, part.isEmpty { parts[parts.count - 1].endsInComma = false }
        // A separator behind the last address has nothing behind it.
        if place >= scalars.count, part.isEmpty, endsInSeparator { hasEmptyPlaces = true }
        part = CellPart()
        hasAt = false
    }

    private var endsInSeparator: Bool {
        guard let last = scalars.last(where: { $0 != " " && $0 != "\n" }) else { return false }
        return ",;|/:".unicodeScalars.contains(last)
    }

    private var isAtWordBegin: Bool {
        place == 0 || ",; \n<>()\"|/:".unicodeScalars.contains(scalars[place - 1])
    }

    private var isAtWordEnd: Bool {
        place + 1 >= scalars.count || ",; \n<|/:".unicodeScalars.contains(scalars[place + 1])
    }

    private var isBesideSpace: Bool { isSpace(place - 1) || isSpace(place + 1) }
    private var isBetweenSpaces: Bool { isSpace(place - 1) && isSpace(place + 1) }

    private func isSpace(_ place: Int) -> Bool {
        scalars.indices.contains(place) ? scalars[place] == " " || scalars[place] == "\n" : true
    }

    /// The text up to a closing double quote, without the backslashes that mask.
    private mutating func quoted() throws(MalformedAddress) -> [Unicode.Scalar] {
        var text: [Unicode.Scalar] = []
        place += 1
        while place < scalars.count, scalars[place] != "\"" {
            if scalars[place] == "\\", place + 1 < scalars.count { place += 1 }
            text.append(scalars[place])
            place += 1
        }
        guard place < scalars.count else { throw MalformedAddress(.characterNotAllowed) }
        return text
    }

    /// The text up to the round bracket that closes this one, which must stand at the end of a word.
    private mutating func comment() throws(MalformedAddress) -> [Unicode.Scalar] {
        var text: [Unicode.Scalar] = []
        var depth = 1
        while place + 1 < scalars.count {
            place += 1
            if scalars[place] == "\\", place + 1 < scalars.count {
                place += 1
                text.append(scalars[place])
                continue
            }
            if scalars[place] == "(" { depth += 1 }
            if scalars[place] == ")" { depth -= 1 }
            if depth == 0 {
                guard isAtWordEnd else { break }
                return text
            }
            text.append(scalars[place])
        }
        throw MalformedAddress(.characterNotAllowed)
    }

    private mutating func angle() throws(MalformedAddress) -> [Unicode.Scalar] {
        if part.angle != nil { endPart(atLineEnd: true) }
        guard let end = scalars[place...].firstIndex(of: ">") else {
            throw MalformedAddress(.characterNotAllowed)
        }
        let text = scalars[(place + 1)..<end]
        guard !text.contains("\n") else { throw MalformedAddress(.characterNotAllowed) }
        place = end
        return Array(text)
    }

    /// Whether a question mark begins the end of a mail link (RFC 6068): `?subject=`.
    private var isTail: Bool { MailLink.isTail(scalars[place...]) }

    /// Takes the end of a mail link whole, for commas and semicolons are no separators in it.
    private mutating func takeTail() {
        while place < scalars.count, scalars[place] != "\n" {
            part.append(scalars[place])
            place += 1
        }
        place -= 1
    }
}
