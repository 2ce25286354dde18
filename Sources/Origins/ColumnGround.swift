/// By what it is known what a column is for.
public enum ColumnGround: String, Sendable, CaseIterable {
    /// The layout of the tool says so.
    case layout
    /// The name of the column says so.
    case name
    /// What stands in the column says so.
    case content
    /// The user said so.
    case you
}
