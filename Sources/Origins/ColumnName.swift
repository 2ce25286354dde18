/// The name of a column, as far as names of columns are told apart.
///
/// Letters and digits without case, accents and everything between them: `"E-Mail Address"`, `email_address`
/// and `EmailAddress` are one name. A name that was written as UTF-8 and read as Latin-1 is mended first.
struct ColumnName: Hashable, Sendable {
    /// UTF-8 of what is compared; empty if nothing is left, or if the text is too long for a name.
    let bytes: [UInt8]

    /// What is compared, as a text.
    var folded: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether a text can be the name of a column at all.
    var isEmpty: Bool { bytes.isEmpty }

    init(_ text: String) {
        // A sentence is no name, and folding megabytes of a cell would be wasted.
        guard text.utf8.count <= 240 else {
            bytes = []
            return
        }
        if let plain = Self.folded(ascii: text) {
            bytes = plain
            return
        }
        var result: [UInt8] = []
        for scalar in MisreadText.mended(text).unicodeScalars {
            if let ascii = Lookalikes.ascii(scalar) {
                if ascii &- 0x61 < 26 || ascii &- 0x30 < 10 { result.append(ascii) }
            } else if let letters = Self.plain[scalar.properties.lowercaseMapping] {
                result.append(contentsOf: letters.utf8)
            } else if scalar.properties.isAlphabetic, !Lookalikes.isInvisible(scalar) {
                result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        bytes = result
    }

    /// What is compared of a text that is all ASCII, as most names are; nil for others.
    private static func folded(ascii text: String) -> [UInt8]? {
        let bytes = text.utf8.span
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte < 0x80 else { return nil }
            let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
            if small &- 0x61 < 26 || small &- 0x30 < 10 { result.append(small) }
        }
        return result
    }

    /// Whether a part stands in the name.
    func holds(_ part: BytePattern) -> Bool { part.firstIndex(in: bytes) != nil }

    /// Whether LinkedIn stands in the name.
    var namesLinkedIn: Bool { holds(Self.linkedIn) }

    private static let linkedIn = BytePattern("linkedin".utf8)

    /// Letters of Latin scripts without their accents.
    private static let plain: [String: String] = {
        let groups = [
            ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
            ("h", "ĥħ"), ("i", "ìíîïĩīĭį"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀ"), ("n", "ñńņň"),
            ("o", "òóôõöøōŏő"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"),
            ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
        ]
        var table: [String: String] = [:]
        for (letter, accented) in groups {
            for character in accented { table[String(character)] = letter }
        }
        return table
    }()
}
