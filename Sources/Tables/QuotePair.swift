/// A quote that opens a cell, and the one that would close it.
struct QuotePair: Hashable, Sendable {
    /// The offset of the first quote.
    let open: Int
    /// The offset of the second quote.
    let close: Int
    /// How many line ends stand in the record before the first quote.
    let linesBefore: Int
    /// Whether quotes or backslashes between them have to be unescaped.
    let hasEscapes: Bool
}
