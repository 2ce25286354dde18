/// A text as a row of words: lower case, look-alike letters as ASCII, one space before and after each word.
///
/// A change from small letters to capitals begins a word (`LinkedInConnections`), and `linked in` is written
/// as one word, for so it is meant in a column that names sources. Text that was misread is mended first.
struct WordText {
    /// UTF-8; empty if the text holds no letter or digit.
    private(set) var bytes: [UInt8] = []

    init(_ text: String) {
        var wasSmall = false
        var isInWord = false
        for scalar in MisreadText.mended(text).unicodeScalars where !Lookalikes.isInvisible(scalar) {
            let ascii = Lookalikes.ascii(scalar)
            let isWordPart =
                ascii.map { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 } ?? scalar.properties.isAlphabetic
            guard isWordPart else {
                isInWord = false
                wasSmall = false
                continue
            }
            // The tables of Unicode are asked for nothing that ASCII can answer.
            let isASCII = scalar.isASCII
            let isCapital = isASCII ? scalar.value &- 0x41 < 26 : scalar.properties.isUppercase
            if !isInWord || (wasSmall && isCapital) { bytes.append(0x20) }
            if let ascii {
                bytes.append(ascii)
            } else {
                bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
            wasSmall = isASCII ? scalar.value &- 0x61 < 26 : scalar.properties.isLowercase
            isInWord = true
        }
        if !bytes.isEmpty { bytes.append(0x20) }
        joinLinkedIn()
    }

    /// Whether no word is left.
    var isEmpty: Bool { bytes.isEmpty }

    /// The words with single spaces between.
    var text: String {
        String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    }

    /// Where a phrase begins, or nil: the first place at which it is not denied by the word before it.
    ///
    /// - Parameters:
    ///   - phrase: Words with a space before each, and after the last if the word must end there.
    ///   - denials: Words such as `not`.
    func firstIndex(of phrase: BytePattern, unlessAfter denials: Set<String> = []) -> Int? {
        var start = 0
        while let index = phrase.firstIndex(in: bytes, from: start) {
            if !isDenied(at: index, by: denials) { return index }
            start = index + 1
        }
        return nil
    }

    private func isDenied(at index: Int, by denials: Set<String>) -> Bool {
        guard !denials.isEmpty, index > 0 else { return false }
        let start = bytes[..<index].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
        return denials.contains(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    /// Writes `linked in` as one word, in one pass: a text may hold it a hundred thousand times.
    private mutating func joinLinkedIn() {
        guard var next = Self.apart.firstIndex(in: bytes) else { return }
        var joined: [UInt8] = []
        var done = 0
        while true {
            joined.append(contentsOf: bytes[done..<next])
            joined.append(contentsOf: " linkedin".utf8)
            // The last space may be the first one of the next pair.
            done = next + Self.apart.bytes.count - 1
            guard let further = Self.apart.firstIndex(in: bytes, from: done) else { break }
            next = further
        }
        bytes = joined + bytes[done...]
    }

    private static let apart = BytePattern(" linked in ".utf8)
}
