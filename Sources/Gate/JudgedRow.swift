import Ledger

/// A row that was judged by itself, and all that came of it.
struct JudgedRow {
    let decision: RowDecision
    /// What the ledger knows of its addresses, in the order of the cell.
    let subjects: ArraySlice<SubjectStanding>
    /// What was noted of those whom the ledger knows.
    let note: TouchedSubjects.Note?
    /// What a held or rejected row gets behind its number.
    let tail: [String]
    /// Whether its country was taken to be the controller's.
    let isCountryTaken: Bool
}
