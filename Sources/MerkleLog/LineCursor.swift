/// Walks over the lines of a text whose every line ends in a newline.
struct LineCursor {
    private var rest: ArraySlice<UInt8>

    /// The number of the line that ``next()`` answered last, from 1; 0 before the first.
    private(set) var line = 0

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    /// Everything after the lines that were taken.
    var remainder: [UInt8] { Array(rest) }

    /// Takes a line without its newline; `nil` at the end, and for a last line that has no newline.
    mutating func next() -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: NoteSyntax.newline) else { return nil }
        defer { rest = rest[(end + 1)...] }
        line += 1
        return rest[..<end]
    }

    /// Takes the next line if it begins with a word, and answers what follows the word.
    mutating func next(after word: String) -> ArraySlice<UInt8>? {
        guard rest.starts(with: word.utf8), let line = next() else { return nil }
        return line.dropFirst(word.utf8.count)
    }
}
