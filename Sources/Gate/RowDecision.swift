import Consent
import Ledger
import Origins
import Policies

/// Where one row goes, and why.
struct RowDecision {
    let verdict: Verdict
    /// The index of the deciding rule, nil for an accepted row.
    let rule: Int?
    /// Whether another row with the same address decided.
    let isByOtherRow: Bool
}

/// Judges rows by a policy, with what earlier rows of the list said.
struct RowJudge {
    let policy: Policy
    let isOwnExport: Bool
    let facts: RunFacts
    private let common: Facts
    /// The rules that look at whether a contact comes from LinkedIn, by their index.
    let linkedInRules: Set<Int>

    init(policy: Policy, facts: RunFacts, isOwnExport: Bool) {
        self.policy = policy
        self.facts = facts
        self.isOwnExport = isOwnExport
        var common = facts.common
        common.set(.listLinkedInExport, to: isOwnExport)
        self.common = common
        linkedInRules = Set(
            policy.rules.indices.filter { index in
                policy.rules[index].facts.contains { $0 == .rowLinkedIn || $0 == .rowNameInSource }
            })
    }

    /// The facts of a row, but for whether its address stood before.
    func describe(_ slot: RowSlot, _ subject: SubjectStanding?) -> Facts {
        var row = common
        let origin = slot.origin?.origin ?? .unknown
        row.set(.rowAddress, name: slot.form.rawValue)
        row.set(.rowOrigin, name: origin.rawValue)
        row.set(.rowLinkedIn, to: origin.isLinkedInSourced)
        row.set(.rowRagged, to: slot.isRagged)
        row.set(.rowSourceKnown, to: slot.origin?.isSourceKnown ?? false)
        row.set(.rowNameInSource, to: slot.isNameInSource)
        row.set(.rowRepeated, to: false)
        if let address = slot.address { row.set(.rowMailbox, name: Mailbox(of: address).rawValue) }
        if let subject { facts.fill(&row, with: subject) }
        return row
    }

    /// Decides a row whose address did not stand before.
    func decide(_ facts: Facts) -> RowDecision {
        let judgement = policy.judge(facts)
        return RowDecision(verdict: judgement.verdict, rule: judgement.decisive, isByOtherRow: false)
    }

    /// What a remembered outcome says.
    func decision(from outcome: AddressMemory.Outcome) -> RowDecision {
        guard outcome > 0, policy.rules.indices.contains(Int(outcome) - 1) else {
            return RowDecision(verdict: .accept, rule: nil, isByOtherRow: true)
        }
        let index = Int(outcome) - 1
        return RowDecision(
            verdict: policy.rules[index].effect.verdict ?? .hold, rule: index, isByOtherRow: true)
    }

    func outcome(of decision: RowDecision) -> AddressMemory.Outcome {
        AddressMemory.Outcome(clamping: decision.rule.map { $0 + 1 } ?? 0)
    }
}
