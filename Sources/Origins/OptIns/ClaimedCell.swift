/// A cell, or an attribute within one, that tells something of an opt-in.
///
/// The text is personal data; a description of the value shows the name of its column only.
package struct ClaimedCell: Sendable, Hashable, CustomStringConvertible {
    /// The column, from 0.
    package let column: Int
    /// The name of the column as it may be shown, with the attribute's after a dot.
    package let name: String
    /// What the column is for.
    package let meaning: ColumnMeaning?
    /// What stands in it.
    package let text: String

    /// The name of the column, never its content.
    package var description: String { "column `\(name)`" }
}
