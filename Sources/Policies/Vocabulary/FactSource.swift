/// Where the value of a fact comes from.
public enum FactSource: String, Sendable, CaseIterable, CustomStringConvertible {
    /// Worked out from the file and its rows.
    case list
    /// Known to the ledger, or worked out from what it knows.
    case ledger
    /// Told with an opt-in when it is recorded.
    case record
    /// Told at the top of the file of a wording.
    case wording
    /// Told by a column of the list, or declared for all of its rows.
    case column
    /// Declared for a purpose, and remembered.
    case declared
    /// Known from how the vetting was asked for.
    case run

    /// In words for people who write policies.
    public var description: String {
        switch self {
        case .list: "the program finds it out from the list"
        case .ledger: "the ledger knows it"
        case .record: "told with the opt-in (record --told)"
        case .wording: "told at the top of the wording's file"
        case .column: "told by a column of the list (--map) or declared for all rows (--declare)"
        case .declared: "declared for the purpose (declare, or --declare) and remembered"
        case .run: "known from the call"
        }
    }
}
