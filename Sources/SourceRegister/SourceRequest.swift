public import Consent
import Files
public import Lists

/// Which list is to be remembered, and how long.
public struct SourceRequest: Sendable {
    /// The list: a file, or `-` for standard input.
    public var list: String
    /// What the user calls it; it stays on this machine.
    public var label: String?
    /// Until when it counts; nil for twelve months.
    public var expiresAt: Instant?
    /// Whether a list that shows no sign of LinkedIn is taken all the same.
    public var takesAny: Bool
    /// What columns are for, where the user said so; the others the program finds out.
    public var columns = ColumnMap()
    /// The member of an archive, or the sheet of a workbook, that is meant; nil lets the program find it.
    public var member: String?

    /// A request with all its parts.
    public init(list: String, label: String? = nil, expiresAt: Instant? = nil, takesAny: Bool = false) {
        self.list = list
        self.label = label
        self.expiresAt = expiresAt
        self.takesAny = takesAny
    }

    /// What was said about the list, for its reader.
    var options: ListOptions { ListOptions(columns: columns, member: member) }

    /// The name of the list without its folder; `stdin` for standard input.
    public var listName: String { list == "-" ? "stdin" : Path.split(list).name }
}
