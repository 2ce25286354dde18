import Consent
import Gate
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
        /// The list in which it stands, and its row.
        let place: (list: String, row: UInt64)?

        /// A contact by itself.
        init(_ facts: Facts, judgedBy policy: Policy) {
            let judgement = policy.judge(facts)
            self.facts = facts
            verdict = judgement.verdict
            rule = policy.decisiveRule(of: judgement)
            (isByOtherRow, isByOtherAddress, place) = (false, false, nil)
        }

        /// A row of a list.
        init(_ row: VettedRow, of list: String) {
            facts = row.facts
            verdict = row.verdict
            rule = row.rule
            isByOtherRow = row.isByOtherRow
            isByOtherAddress = row.isByOtherAddress
            place = (list, row.number)
        }
    }
}
