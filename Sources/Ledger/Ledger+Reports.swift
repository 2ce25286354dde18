package import Consent
import Database

extension Ledger {
    /// Remembers where a vetting puts its lists of people, so that they can be destroyed when their time is over.
    ///
    /// Told before the files take their places: one that never came is missed by nobody.
    package func note(reports paths: [String], of run: RecordID, at moment: Instant) throws {
        try appending {
            try vault.connection.transaction {
                for path in paths { try vault.note(report: path, of: run, at: moment) }
            }
        }
    }

    /// The files with people in them that vettings wrote and nobody has destroyed, the oldest first.
    package func reports() throws -> [KeptReport] { try translating { try vault.reports() } }

    /// Forgets files that are destroyed, or are something else by now.
    package func forget(reports: [KeptReport]) throws {
        guard !reports.isEmpty else { return }
        try appending { try vault.connection.transaction { try vault.forget(reports: reports) } }
    }
}
