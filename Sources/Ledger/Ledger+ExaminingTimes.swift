import CanonicalJSON
import Consent
import Database

extension Ledger {
    /// How far the clock may be set back between two records without a word: a tombstone tells its time by the day.
    private static let leeway: Int64 = 86_400

    /// Finds records that say they were recorded before the record before them in the log.
    ///
    /// The order of the log is signed, and what clocks say is not: whoever sets the clock back to record a yes for last
    /// year shows it here. What was explained since is a remark: it holds, and everybody is told. The columns are held
    /// against the records elsewhere.
    func examineTimes(_ examination: inout LedgerExamination) throws {
        let explanations = try explanations()
        try forEachStepBack { position in
            let words = "it says that it was recorded over a day before the entry before it"
            if let told = explanations[position] {
                examination.remark(
                    "entry \(position)",
                    "\(words); the controller explained on \(told.on.day): \(told.reason)")
            } else {
                examination.find(
                    "entry \(position)",
                    "\(words); if a clock was wrong, say so: consentgate log explain \(position) --reason WHY"
                )
            }
        }
    }

    /// Remembers in the log why a record tells an earlier time than the one before it, because a clock was wrong.
    ///
    /// The records stay as they are. From then on an examination tells it as a remark with the reason, and no longer as
    /// something wrong: an auditor judges the reason. It stands in the open log, and so may not hold an address.
    ///
    /// - Parameters:
    ///   - entry: The place of the record in the log.
    ///   - reason: Why, in at most 200 bytes.
    /// - Throws: ``LedgerError/Code/invalidExplanation`` where the times are in order there or were explained,
    ///   ``LedgerError/Code/invalidFact`` for the reason.
    @discardableResult
    public func explainClock(at entry: UInt64, reason: String) throws -> OpenRecord {
        try ToldFacts.check(["reason": reason], mayBeEmpty: false, isOpen: true)
        return try appending {
            let place = Int64(clamping: entry)
            var isStepBack = false
            try forEachStepBack { if $0 == place { isStepBack = true } }
            guard isStepBack, try explanations()[place] == nil else {
                throw LedgerError(
                    .invalidExplanation,
                    isStepBack
                        ? "Entry \(entry) was explained before."
                        : "Entry \(entry) tells no earlier time than the one before it.",
                    hint: "Look at: consentgate verify")
            }
            return try appendLocked(
                .clockExplained,
                [.init("entry", .integer(place)), .init("reason", .string(reason))])
        }
    }

    /// What was explained, by the place of the entry; only what lies before the explanation.
    private func explanations() throws -> [Int64: (on: Instant, reason: String)] {
        var told: [Int64: (on: Instant, reason: String)] = [:]
        for record in try log.openRecords(.clockExplained) {
            guard let entry = record["entry"]?.number, entry < Int64(clamping: record.index),
                let reason = record["reason"]?.text
            else { continue }
            told[entry] = (record.recordedAt, reason)
        }
        return told
    }

    /// Calls a body with the place of every record that tells a time of over a day before that of the one before it.
    private func forEachStepBack(_ body: (Int64) -> Void) throws {
        let open = try log.connection.prepare(
            "SELECT position, recorded_at FROM open_records ORDER BY position")
        let sealed = try vault.connection.prepare(
            "SELECT e.position, e.recorded_at FROM events e WHERE \(VaultStore.reached) ORDER BY e.position")
        var (hasOpen, hasSealed) = (try open.step(), try sealed.step())
        var last = Int64.min
        while hasOpen || hasSealed {
            let isOpen = hasOpen && (!hasSealed || open.integer(0) < sealed.integer(0))
            let (position, at) =
                isOpen ? (open.integer(0), open.integer(1)) : (sealed.integer(0), sealed.integer(1))
            if at.addingReportingOverflow(Self.leeway).partialValue < last { body(position) }
            last = at
            if isOpen { hasOpen = try open.step() } else { hasSealed = try sealed.step() }
        }
    }
}
