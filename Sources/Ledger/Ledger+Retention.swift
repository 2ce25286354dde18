package import CanonicalJSON
package import Consent
import Database

extension Ledger {
    /// How many entries of the do-not-mail list are to be looked at again and are old enough to go.
    ///
    /// - Parameter day: Nobody goes who left after it.
    package func dueSuppressions(leftBy day: Instant) throws -> UInt64 {
        try translating {
            try suppression.dueCount(on: now.day, reviewAfter: Self.monthsOfSuppression, leftBy: day.day)
        }
    }

    /// Destroys such entries for good; an objection that is still recorded keeps its own.
    ///
    /// - Returns: How many went.
    package func destroySuppressions(leftBy day: Instant) throws -> UInt64 {
        try appending {
            let gone = try suppression.connection.transaction {
                let before = try suppression.entryCount()
                try suppression.destroyDue(
                    on: now.day, reviewAfter: Self.monthsOfSuppression, leftBy: day.day)
                for row in try vault.rows("WHERE e.kind = 'objected' AND \(VaultStore.reached)", { _ in }) {
                    try suppression.suppress(
                        opened(row).address, scope: row.event.purpose, since: row.event.effectiveAt.day,
                        reason: .objected)
                }
                let after = try suppression.entryCount()
                return before - min(before, after)
            }
            _ = try suppression.connection.text("PRAGMA wal_checkpoint(TRUNCATE)")
            try forgetSuppressionFilter()
            return gone
        }
    }

    /// Whether nothing is left of a thread.
    package func isGone(_ thread: SubjectThread) throws -> Bool {
        try translating { try vault.positions(ofThreads: [thread.id]).isEmpty }
    }

    /// How many registered sources are over and still have fingerprints here.
    package func sourcesToSweep() throws -> UInt64 {
        try translating {
            let over = Set(registry.sources.lazy.filter { !$0.stands(at: self.now) }.map(\.rid))
            return UInt64(try entriesOfSources().keys.count { over.contains($0) })
        }
    }

    /// Destroys the fingerprints of sources that are over, as every write does.
    package func sweepExpiredSources() throws { try appending {} }

    /// Tells the log what was destroyed because its time was over: counts, and nothing of anybody.
    package func tell(retentionRun body: [JSONValue.Member]) throws -> OpenRecord {
        try appending { try appendLocked(.retentionRun, body, at: today) }
    }
}
