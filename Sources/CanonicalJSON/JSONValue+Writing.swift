extension JSONValue {
    /// The canonical form of RFC 8785: members sorted by their UTF-16 code units, no white space, the fewest escapes.
    package var canonical: String {
        var text = ""
        write(into: &text, indent: nil, depth: 0)
        return text
    }

    /// The canonical form as UTF-8.
    package var canonicalBytes: [UInt8] { Array(canonical.utf8) }

    /// Two blanks a level and the order in which the value was made, with a line end after it: for people.
    package var pretty: String {
        var text = ""
        write(into: &text, indent: "  ", depth: 0)
        return text + "\n"
    }

    private func write(into text: inout String, indent: String?, depth: Int) {
        switch self {
        case .null: text += "null"
        case .boolean(let truth): text += truth ? "true" : "false"
        case .integer(let number): text += String(number)
        case .string(let string): Self.write(string, into: &text)
        case .array(let items):
            Self.writeAll(items, between: ("[", "]"), into: &text, indent: indent, depth: depth) {
                item, text in
                item.write(into: &text, indent: indent, depth: depth + 1)
            }
        case .object(let members):
            let ordered = indent == nil ? members.sorted { Self.precedes($0.name, $1.name) } : members
            Self.writeAll(ordered, between: ("{", "}"), into: &text, indent: indent, depth: depth) {
                member, text in
                Self.write(member.name, into: &text)
                text += indent == nil ? ":" : ": "
                member.value.write(into: &text, indent: indent, depth: depth + 1)
            }
        }
    }

    private static func writeAll<Item>(
        _ items: [Item], between brackets: (String, String), into text: inout String, indent: String?,
        depth: Int,
        _ writeItem: (Item, inout String) -> Void
    ) {
        text += brackets.0
        for (index, item) in items.enumerated() {
            if index > 0 { text += "," }
            if let indent { text += "\n" + String(repeating: indent, count: depth + 1) }
            writeItem(item, &text)
        }
        if let indent, !items.isEmpty { text += "\n" + String(repeating: indent, count: depth) }
        text += brackets.1
    }

    /// RFC 8785 section 3.2.3: names are ordered as arrays of UTF-16 code units.
    private static func precedes(_ a: String, _ b: String) -> Bool {
        a.utf16.lexicographicallyPrecedes(b.utf16)
    }

    /// RFC 8785 section 3.2.2.2.
    private static func write(_ string: String, into text: inout String) {
        // Nearly every text has nothing to escape, and goes as it is.
        if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
            text += "\""
            text += string
            text += "\""
            return
        }
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{8}": text += "\\b"
            case "\t": text += "\\t"
            case "\n": text += "\\n"
            case "\u{C}": text += "\\f"
            case "\r": text += "\\r"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
