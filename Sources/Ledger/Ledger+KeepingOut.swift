import Consent

extension Ledger {
    /// What becomes of an act that a list claims.
    package enum ClaimFate: Hashable, Sendable {
        /// It is recorded now.
        case recorded
        /// It was recorded before.
        case known
        /// Nothing of it is recorded: its person was erased.
        case keptOut

        /// What an answer of ``Ledger/recordTogether(foreseenBy:_:)`` says.
        package init(_ event: RecordedEvent?) {
            self = event.map { $0.wasKnown ? .known : .recorded } ?? .keptOut
        }
    }

    /// Records what a list claims, as ``record(batch:)`` does, but passes over what it claims of people who were erased.
    package func record(claims: [SubjectAct]) throws -> [ClaimFate] {
        try recordTogether { record in try record(claims.map { ForeseenAct($0) }).map { ClaimFate($0) } }
    }

    /// What would become of acts that a list claims; nothing is written.
    ///
    /// Acts are looked at one by one: an act that is new twice is new both times.
    package func fates(of claims: [SubjectAct]) throws -> [ClaimFate] {
        try translating {
            let anyErased = try log.hasTombstones()
            return try zip(claims, known(claims)).map { act, event in
                if event != nil { return .known }
                return try anyErased && isKeptOut(act, lookup(act.address)) ? .keptOut : .recorded
            }
        }
    }

    /// Whether nothing may be recorded of an act: its person was erased, and did not come back.
    ///
    /// Old exports and receipts hold what was erased, and nobody may bring it back with them. Whoever says yes anew, by
    /// an act of their own of a later day, came back; from then on lists may claim of them what is of later days. The
    /// do-not-mail list knows days only.
    func isKeptOut(_ act: SubjectAct, _ lookup: [UInt8]) throws -> Bool {
        guard act.kind == .given || act.imported != nil,
            let day = try suppression.erasure(of: act.address)
        else { return false }
        if (act.occurredAt ?? now).day <= day { return true }
        guard act.imported != nil || act.method == .imported else { return false }
        return try !vault.rows(ofSubject: lookup).contains { row in
            row.event.kind == .given && row.event.grade >= .form
                && row.event.occurredAt.map { $0.day > day } ?? false
        }
    }

    /// Says no more than every vetting does: that somebody is on the do-not-mail list, and not why.
    package static var keptOut: LedgerError {
        LedgerError(
            .doNotMail,
            "The address is on the do-not-mail list, and this is no yes of the person's own from a later day.",
            hint:
                "Nothing was recorded. Where the person said yes again since, record that yes with its time.")
    }
}
