public import Consent
public import Lists

/// Which list of people who must not be mailed is to be taken over, and for what.
public struct SuppressionRequest: ListRequest {
    /// The list: a file, or `-` for standard input.
    public var list: String
    /// For which purpose nobody in it may be mailed, or all mail.
    public var scope: Purpose
    /// Since when, for whom the list does not tell itself; nil for today.
    public var since: Instant?
    /// When somebody is to ask whether it is still needed; nil for the usual time.
    public var review: Instant?
    /// The kind of hashes that the list holds; nil for what its columns show.
    public var hash: AddressHash.Kind?
    /// What columns are for, where the user said so; the others the program finds out.
    public var columns = ColumnMap()
    /// The member of an archive, or the sheet of a workbook, that is meant; nil lets the program find it.
    public var member: String?

    /// A request with the necessary; the rest is added.
    public init(list: String, scope: Purpose) {
        self.list = list
        self.scope = scope
    }

    /// A list of hashes has no such column.
    public var mustSettleAddresses: Bool { false }
}
