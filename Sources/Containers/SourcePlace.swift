/// Where a record stands in what its owner has in hand.
package enum SourcePlace: Hashable, Sendable {
    /// A line of a text, from 1: where a card or an object begins.
    case line(Int)
    /// A row of a sheet, from 1.
    case row(Int)
}
