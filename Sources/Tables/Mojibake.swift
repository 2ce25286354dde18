/// Text in UTF-8 that a program took for a code page, and saved again as what that made of it: `JosÃ©` for `José`.
package enum Mojibake {
    /// So often a text may have been mistaken.
    private static let maxRounds = 3
    /// The code pages that texts are taken for, the usual one first.
    private static let pages: [CodePage] = [.windows1252, .macintosh]

    /// The text as it was before it was taken for something else; nil if it was not, as far as one can tell.
    ///
    /// All of it must come out as valid UTF-8 with characters beyond ASCII in it, which hardly any real text does. What
    /// was mistaken twice or three times is undone as often. It is meant for recognising; what is written stays as it was.
    package static func undone(_ text: String) -> String? {
        var found: String?
        for _ in 0..<maxRounds {
            guard let better = undoneOnce(found ?? text) else { break }
            found = better
        }
        return found
    }

    private static func undoneOnce(_ text: String) -> String? {
        // The quick way out: what is ASCII was never mistaken, and each lead byte has become one of these.
        guard text.unicodeScalars.contains(where: isTrace) else { return nil }
        for page in pages {
            guard let bytes = bytes(of: text, in: page) else { continue }
            guard let original = String(validating: bytes, as: UTF8.self) else { continue }
            guard original.unicodeScalars.allSatisfy(isPlausible) else { continue }
            return original
        }
        return nil
    }

    /// Whether a lead byte of UTF-8 (0xC2 to 0xF4) looks like this in one of the code pages.
    private static func isTrace(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return false }
        return pages.contains { page in page.byte(for: scalar).map { (0xC2...0xF4).contains($0) } ?? false }
    }

    /// The bytes that the text was read from; nil if a character is not in the code page.
    ///
    /// The C1 controls stand for their own bytes: that is how ISO 8859-1 reads them.
    private static func bytes(of text: String, in page: CodePage) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.unicodeScalars.count)
        for scalar in text.unicodeScalars {
            if let byte = page.byte(for: scalar) {
                bytes.append(byte)
            } else if (0x80...0x9F).contains(scalar.value) {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                return nil
            }
        }
        return bytes
    }

    /// Whether people write such a character; a C1 control means that the bytes only happened to be valid.
    ///
    /// The traces of a second mistake hold C1 controls too, but those become plausible only with the next round, and
    /// then the round before was none that anybody made.
    private static func isPlausible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .unassigned && scalar != "\u{FFFD}"
    }
}
