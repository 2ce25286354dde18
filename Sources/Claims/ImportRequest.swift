public import Consent
public import Lists

/// Whose claims are to be taken over, for what, and what is known beside the file.
public struct ImportRequest: ListRequest {
    /// The list: a file, or `-` for standard input.
    public var list: String
    /// What the people are said to have agreed to.
    public var purpose: Purpose
    /// The tool or system whose export it is; nil for what the columns show.
    public var tool: String?
    /// What the people saw when they agreed, if somebody can say.
    public var wording: WordingReference?
    /// The order of day and month where the columns leave it open.
    public var dateOrder: DateOrder?
    /// Whether only the answer is wanted: nothing is recorded or written.
    public var isDryRun: Bool
    /// Where the rows with their outcomes go, if anywhere.
    public var outcomes: String?
    /// What columns are for, where the user said so; the others the program finds out.
    public var columns = ColumnMap()
    /// The member of an archive, or the sheet of a workbook, that is meant; nil lets the program find it.
    public var member: String?

    /// A request with the necessary; the rest is added.
    public init(list: String, purpose: Purpose) {
        self.list = list
        self.purpose = purpose
        isDryRun = false
    }

    /// Every opt-in is somebody's, and so it must be.
    public var mustSettleAddresses: Bool { true }
}
