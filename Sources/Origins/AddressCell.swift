/// Whether a cell looks like it holds e-mail addresses and nothing else.
///
/// A quick look that tells columns apart, not a judgement: `Jane <jane@x.org>`, `mailto:` and several
/// addresses pass, and so does some damage; a sentence with an address in it does not.
enum AddressCell {
    /// Longer cells hold texts.
    private static let longest = 1_000

    /// Whether all that stands in the cell are addresses, with names before them at most.
    static func fits(_ cell: String) -> Bool {
        guard holdsSign(cell), cell.utf8.count <= longest else { return false }
        let isNamed = cell.contains("<") && cell.contains(">")
        var hasAddress = false
        for word in cell.unicodeScalars.split(whereSeparator: { isBetween($0) }) {
            if isAddress(word) {
                hasAddress = true
            } else if !isNamed {
                return false
            }
        }
        return hasAddress
    }

    /// Whether an at sign stands in the cell; no name of a column has one.
    static func holdsSign(_ cell: String) -> Bool {
        var previous: UInt8 = 0
        var beforePrevious: UInt8 = 0
        for byte in cell.utf8 {
            // U+FF20 is the full-width one.
            if byte == UInt8(ascii: "@") || (byte == 0xA0 && previous == 0xBC && beforePrevious == 0xEF) {
                return true
            }
            (beforePrevious, previous) = (previous, byte)
        }
        return false
    }

    private static func isBetween(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || Lookalikes.isInvisible(scalar)
            || ",;|<>\"'()[]".unicodeScalars.contains(scalar)
    }

    /// Something, an at sign, and a domain of at least two labels.
    private static func isAddress(_ word: Substring.UnicodeScalarView) -> Bool {
        let isSign: (Unicode.Scalar) -> Bool = { $0 == "@" || $0 == "\u{FF20}" }
        guard let sign = word.lastIndex(where: isSign), sign > word.startIndex else { return false }
        let domain = word[word.index(after: sign)...]
        guard let dot = domain.firstIndex(where: { ".。｡．".unicodeScalars.contains($0) }) else { return false }
        return dot > domain.startIndex
            && domain[dot...].contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
}
