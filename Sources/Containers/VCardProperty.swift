/// One property of a card: a name, its parameters and a value (RFC 6350, section 3.3).
struct VCardProperty: Sendable {
    /// The name in capitals, without its group.
    let name: String
    /// Parameters, their names in capitals; those of vCard 2.1 that are bare words stand under `TYPE`.
    let parameters: [(name: String, value: String)]
    /// The value as it stands, escapes and all.
    let rawValue: [UInt8]

    /// Cuts a line that was unfolded; nil if it is no property.
    init?(parsing line: [UInt8]) {
        guard let colon = Self.colon(in: line) else { return nil }
        let pieces = Self.split(line[..<colon])
        let head = String(decoding: pieces[0], as: UTF8.self)
        let name = (head.split(separator: ".").last ?? "").uppercased()
        let isName = name.utf8.allSatisfy {
            $0 == 0x2D || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
        }
        guard !name.isEmpty, isName else { return nil }
        self.name = name
        parameters = pieces.dropFirst().map { piece in
            let text = EncodedText.decoded(piece)
            guard let equals = text.firstIndex(of: "=") else { return ("TYPE", text) }
            return (text[..<equals].uppercased(), text[text.index(after: equals)...].filter { $0 != "\"" })
        }
        rawValue = Array(line[(colon + 1)...])
    }

    /// Whether the value is written in quoted-printable, as vCard 2.1 does.
    var isQuotedPrintable: Bool {
        parameters.contains {
            ($0.name == "ENCODING" || $0.name == "TYPE") && $0.value.uppercased() == "QUOTED-PRINTABLE"
        }
    }

    /// Whether a parameter has that value among others, without regard to case.
    func has(_ value: String, in names: [String]) -> Bool {
        parameters.contains { parameter in
            names.contains(parameter.name)
                && parameter.value.split(separator: ",").contains { $0.lowercased() == value }
        }
    }

    /// The value in its encoding, escapes still in it.
    private var decodedValue: String {
        guard isQuotedPrintable else { return EncodedText.decoded(rawValue) }
        return EncodedText.decoded(QuotedPrintable.decoded(rawValue))
    }

    /// The value as one text.
    var text: String { Self.unescaped(decodedValue[...]) }

    /// The parts of a structured value (`N`, `ORG`), or of a list.
    func parts(setApartBy separator: Character) -> [String] {
        var parts: [Substring] = []
        let value = decodedValue
        var start = value.startIndex
        var index = start
        while index < value.endIndex {
            let next = value.index(after: index)
            if value[index] == "\\", next < value.endIndex {
                index = value.index(after: next)
                continue
            }
            if value[index] == separator {
                parts.append(value[start..<index])
                start = next
            }
            index = next
        }
        return (parts + [value[start...]]).map(Self.unescaped)
    }

    /// RFC 6350, section 3.4; old programs escape colons too.
    private static func unescaped(_ value: Substring) -> String {
        guard value.utf8.contains(UInt8(ascii: "\\")) else { return String(value) }
        var text = ""
        var isEscaped = false
        for character in value {
            if isEscaped {
                switch character {
                case "n", "N": text += "\n"
                case ",", ";", ":", "\\": text.append(character)
                default: text += "\\\(character)"
                }
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.append(character)
            }
        }
        return isEscaped ? text + "\\" : text
    }

    /// The colon that ends the parameters: none within quotes.
    private static func colon(in line: [UInt8]) -> Int? {
        var isQuoted = false
        for (index, byte) in line.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: ":"), !isQuoted { return index }
        }
        // A quote that never closes is one of the text.
        return line.firstIndex(of: UInt8(ascii: ":"))
    }

    private static func split(_ head: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = head.startIndex
        var isQuoted = false
        for index in head.indices {
            if head[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if head[index] == UInt8(ascii: ";"), !isQuoted {
                pieces.append(head[start..<index])
                start = index + 1
            }
        }
        return pieces + [head[start...]]
    }
}
