import Files
public import Lists

/// Which list is to be taken over, and what is known of it beforehand.
public protocol ListRequest: Sendable {
    /// The list: a file, or `-` for standard input.
    var list: String { get }
    /// What columns are for, where the user said so; the others the program finds out.
    var columns: ColumnMap { get set }
    /// The member of an archive, or the sheet of a workbook, that is meant; nil lets the program find it.
    var member: String? { get set }
    /// Whether the program must be certain which column holds the addresses.
    var mustSettleAddresses: Bool { get }
}

extension ListRequest {
    /// The name of the list without its folder; `stdin` for standard input.
    public var listName: String { list == "-" ? "stdin" : Path.split(list).name }

    /// What was said about the list, for its reader.
    var options: ListOptions {
        var options = ListOptions(columns: columns, member: member)
        options.mustSettleAddresses = mustSettleAddresses
        return options
    }
}
