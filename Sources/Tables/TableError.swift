/// Why a table could not be read, or could not be read any further.
///
/// It says where and what, never what a cell held: cells hold personal data, and errors end up in logs.
public struct TableError: Error, Hashable, Sendable {
    /// The kinds of failure, to act on; the raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// Not a single byte came.
        case emptyInput
        /// The bytes are some other kind of file, not rows of text.
        case notText
        /// Bytes that mean nothing in the encoding the text is read with.
        case invalidEncoding
        /// A NUL inside of text.
        case nulByte
        /// One cell is longer than the limit.
        case cellTooLong
        /// One record is longer than the limit.
        case recordTooLong
        /// One record has more cells than the limit.
        case tooManyCells
        /// A delimiter that cannot be told apart from the content of cells.
        case unusableDelimiter
        /// The source of the bytes failed.
        case unreadable
    }

    /// What kind of failure it is.
    public let code: Code
    /// The physical line, from 1, or nil if the whole input is meant.
    public let line: Int?
    /// The character on that line, from 1, counted in Unicode scalars; a byte order mark does not count.
    public let column: Int?
    /// What is wrong, in plain words.
    public let what: String
    /// What to do next.
    public let hint: String

    /// Makes an error out of its parts; `what` and `hint` must not repeat the content of cells.
    public init(code: Code, line: Int? = nil, column: Int? = nil, what: String, hint: String) {
        self.code = code
        self.line = line
        self.column = column
        self.what = what
        self.hint = hint
    }
}
