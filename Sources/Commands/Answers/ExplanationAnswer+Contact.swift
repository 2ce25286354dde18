import Consent
import Gate
import Ledger
import Policies

extension ExplanationAnswer {
    /// The contact that is explained: its facts, and where it goes.
    struct Contact {
        /// By which facts it is judged.
        let facts: Facts
        /// Where it goes.
        let verdict: Verdict
        /// The rule that decided, nil where none did.
        let rule: Rule?
        /// Whether another row of the list with the same address decided.
        let isByOtherRow: Bool
        /// Whether another address of the same cell decided.
        let isByOtherAddress: Bool
        /// The ids of the rules whose holds were released.
        let released: [String]
        /// The list in which it stands, and its row.
        let place: (list: String, row: UInt64)?

        /// A contact by itself.
        init(_ facts: Facts, releases: [Release], judgedBy policy: Policy) {
            let lifted = policy.lifted(by: releases)
            let judgement = policy.judge(facts, releasing: lifted)
            self.facts = facts
            released = policy.released(judgement, of: lifted).map { policy.rules[$0].id }
            verdict = judgement.verdict
            rule = policy.decisiveRule(of: judgement)
            (isByOtherRow, isByOtherAddress, place) = (false, false, nil)
        }

        /// A row of a list.
        init(_ row: VettedRow, of list: String) {
            facts = row.facts
            released = row.released
            verdict = row.verdict
            rule = row.rule
            isByOtherRow = row.isByOtherRow
            isByOtherAddress = row.isByOtherAddress
            place = (list, row.number)
        }
    }
}
