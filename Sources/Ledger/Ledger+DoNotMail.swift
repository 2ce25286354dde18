import Consent

extension Ledger {
    /// Whether a claim of an opt-in or of a stop is to be answered with the do-not-mail list, and nothing else.
    ///
    /// The answer is the same for everybody on the list, whatever put them there: if claims of those alone were refused who
    /// were erased, whoever knows of the objections could tell the erasures. As in a vetting, an act of the person's own
    /// of a later day lifts it, and never for claims of that day or an earlier one.
    package func answersDoNotMail(_ claim: SubjectAct) throws -> Bool {
        try translating {
            guard let tag = try suppression.suppression(of: claim.address, for: claim.purpose) else {
                return false
            }
            if (claim.occurredAt ?? now).day <= tag.since { return true }
            let events = try vault.rows(ofSubject: lookup(claim.address)).map(\.event)
            return !Self.returned(Standing(of: events, for: claim.purpose), afterDay: tag.since)
        }
    }
}
