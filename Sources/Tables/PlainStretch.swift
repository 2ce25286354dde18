/// A stretch of literal bytes up to a delimiter, a line end or the end of the input.
struct PlainStretch: Hashable, Sendable {
    /// Where its content ends.
    let content: Int
    /// Where the padding behind the content ends, too.
    let end: Int
    /// Whether backslashes in it take the meaning from what follows them.
    var hasEscapes = false
}
