import Consent
import Database

extension Ledger {
    /// How far the clock may be set back between two records without a word: a tombstone tells its time by the day.
    private static let leeway: Int64 = 86_400

    /// Finds records that say they were recorded before the record before them in the log.
    ///
    /// The order of the log is signed, and what clocks say is not: whoever sets the clock back to record a yes for last
    /// year shows it here. The columns are held against the records elsewhere.
    func examineTimes(_ examination: inout LedgerExamination) throws {
        let open = try log.connection.prepare(
            "SELECT position, recorded_at FROM open_records ORDER BY position")
        let sealed = try vault.connection.prepare(
            "SELECT position, recorded_at FROM events WHERE pending = 0 ORDER BY position")
        var (hasOpen, hasSealed) = (try open.step(), try sealed.step())
        var last = Int64.min
        while hasOpen || hasSealed {
            let isOpen = hasOpen && (!hasSealed || open.integer(0) < sealed.integer(0))
            let (position, at) =
                isOpen ? (open.integer(0), open.integer(1)) : (sealed.integer(0), sealed.integer(1))
            if at.addingReportingOverflow(Self.leeway).partialValue < last {
                examination.find(
                    "entry \(position)", "it says that it was recorded over a day before the entry before it")
            }
            last = at
            if isOpen { hasOpen = try open.step() } else { hasSealed = try sealed.step() }
        }
    }
}
