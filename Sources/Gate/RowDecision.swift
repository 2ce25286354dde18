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
    /// The rules that fired for the row itself, by their index, in the order of telling.
    ///
    /// Empty for nearly every accepted row, and then it takes no memory.
    var findings: [Int] = []
    /// Which of the addresses in the row's cell decided, from 0.
    var place = 0
    /// The rules whose holds were released for the address, as indices.
    var released: [Int] = []
    /// Whether that one was judged more strictly than others of the cell.
    var isByOneAddress = false
}

/// Judges rows by a policy, with what earlier rows of the list said.
struct RowJudge {
    let policy: Policy
    let isOwnExport: Bool
    let facts: RunFacts
    private let common: Facts
    /// What was judged before: rows of a list are mostly alike.
    private let memory: PolicyMemory
    /// The rules that look at whether a contact comes from LinkedIn, by their index.
    let linkedInRules: Set<Int>

    init(policy: Policy, facts: RunFacts, isOwnExport: Bool) {
        self.policy = policy
        self.facts = facts
        self.isOwnExport = isOwnExport
        memory = PolicyMemory(of: policy)
        var common = facts.common
        common.set(.listLinkedInExport, to: isOwnExport)
        self.common = common
        linkedInRules = Set(
            policy.rules.indices.filter { index in
                policy.rules[index].facts.contains { $0 == .rowLinkedIn || $0 == .rowNameInSource }
            })
    }

    /// The facts of a row that hold whichever of its addresses is looked at.
    func describe(_ slot: RowSlot) -> Facts {
        var row = common
        let origin = slot.origin?.origin ?? .unknown
        row.set(.rowAddress, name: slot.form.rawValue)
        row.set(.rowOrigin, name: origin.rawValue)
        row.set(.rowLinkedIn, to: origin.isLinkedInSourced)
        row.set(.rowRagged, to: slot.isRagged)
        row.set(.rowSourceKnown, to: slot.origin?.isSourceKnown ?? false)
        row.set(.rowNameInSource, to: slot.isNameInSource)
        row.set(.rowRepeated, to: false)
        return row
    }

    /// The facts of one of a row's addresses, but for whether it stood before.
    func describe(_ address: EmailAddress, _ subject: SubjectStanding, in row: Facts) -> Facts {
        var row = row
        row.set(.rowMailbox, name: Mailbox(of: address).rawValue)
        facts.fill(&row, with: subject)
        return row
    }

    /// Decides a row without an address, or one whose address did not stand before.
    ///
    /// - Parameter releases: What was released for the contact and counts now.
    func decide(_ facts: Facts, releases: [Release] = []) -> RowDecision {
        guard !releases.isEmpty else {
            let judgement = memory.judge(facts)
            return RowDecision(
                verdict: judgement.verdict, rule: judgement.decisive, isByOtherRow: false,
                findings: judgement.findings)
        }
        let released = policy.lifted(by: releases)
        let judgement = policy.judge(facts, releasing: released)
        var decision = RowDecision(
            verdict: judgement.verdict, rule: judgement.decisive, isByOtherRow: false,
            findings: judgement.findings)
        decision.released = policy.released(judgement, of: released)
        return decision
    }

    /// What a remembered outcome says.
    ///
    /// - Parameter findings: The rules that fired for this row.
    func decision(from outcome: AddressMemory.Outcome, findings: [Int]) -> RowDecision {
        guard outcome > 0, policy.rules.indices.contains(Int(outcome) - 1) else {
            return RowDecision(verdict: .accept, rule: nil, isByOtherRow: true, findings: findings)
        }
        let index = Int(outcome) - 1
        return RowDecision(
            verdict: policy.rules[index].effect.verdict ?? .hold, rule: index, isByOtherRow: true,
            findings: findings)
    }

    /// What is remembered of an address that itself got a decision.
    func outcome(of decision: RowDecision) -> AddressMemory.Outcome {
        AddressMemory.Outcome(clamping: decision.rule.map { $0 + 1 } ?? 0)
    }
}
