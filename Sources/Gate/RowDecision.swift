import Consent
import Ledger
import Lists
import Origins
import Policies

/// Where one row goes, and why.
struct RowDecision {
    let verdict: Verdict
    /// The index of the deciding rule, nil for an accepted row.
    let rule: Int?
    /// The index of the rule by which an accepted row may be mailed, nil where that is a recorded opt-in.
    var basis: Int?
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
    /// The rules that fired for any of the row's addresses, by their index, in the order of telling.
    var noted: [Int] = []
}

/// Judges rows by a policy, with what earlier rows of the list said.
struct RowJudge {
    let policy: Policy
    let facts: RunFacts
    let list: ListFacts
    /// The facts that some rule asks for.
    let asked: Set<Fact>
    /// What is known of every row, before it is read.
    let bare: Facts
    /// What was judged before: rows of a list are mostly alike.
    private let memory: PolicyMemory
    /// The rules that look at whether a contact comes from LinkedIn, by their index.
    let linkedInRules: Set<Int>
    /// By the index of a rule, whether it is told how many rows it fired for.
    let isTold: [Bool]

    init(policy: Policy, facts: RunFacts, list: ListFacts) {
        self.policy = policy
        self.facts = facts
        memory = PolicyMemory(of: policy)
        self.list = list
        bare = facts.bareRow(of: list)
        asked = policy.rules.reduce(into: []) { $0.formUnion($1.facts) }
        isTold = policy.rules.map { $0.isTold }
        linkedInRules = Set(
            policy.rules.indices.filter { index in
                policy.rules[index].ownFacts.contains {
                    $0 == .rowLinkedIn || $0 == .rowInSource || $0 == .rowNameInSource
                }
            })
    }

    /// Whether a column is read that tells a fact: one that the user named, or of which a rule asks.
    func reads(_ told: ToldColumn) -> Bool {
        told.ground == .you || asked.contains(told.fact)
            || told.fact == .rowCountry && asked.contains(.rowCountryTold)
    }

    /// The facts of a row that hold whichever of its addresses is looked at.
    func describe(_ slot: RowSlot) -> Facts {
        var row = bare
        let origin = slot.origin?.origin ?? .unknown
        row.set(.rowAddress, name: slot.form.rawValue)
        row.set(.rowOrigin, name: origin.rawValue)
        row.set(.rowLinkedIn, to: origin.isLinkedInSourced)
        row.set(.rowRagged, to: slot.isRagged)
        row.set(.rowSourceKnown, to: slot.origin?.isSourceKnown ?? false)
        row.set(.rowInSource, to: slot.isInSource)
        row.set(.rowNameInSource, to: slot.isNameInSource)
        for (fact, cell) in slot.told { row.take(cell, of: fact) }
        return row
    }

    /// The facts of one of a row's addresses, given by its place in the cell, but for whether it stood before.
    func describe(_ place: Int, of slot: RowSlot, _ subject: SubjectStanding, in row: Facts) -> Facts {
        var row = row
        row.set(.rowMailbox, name: Mailbox(of: slot.addresses[place]).rawValue)
        facts.fill(&row, with: subject)
        for (fact, cell) in slot.told { row.tighten(cell, of: fact) }
        return row
    }

    /// Decides a row without an address, or one whose address did not stand before.
    ///
    /// - Parameter releases: What was released for the contact and counts now.
    func decide(_ facts: Facts, releases: [Release] = []) -> RowDecision {
        guard !releases.isEmpty else { return decision(of: memory.judge(facts)) }
        let released = policy.lifted(by: releases)
        let judgement = policy.judge(facts, releasing: released)
        var decision = decision(of: judgement)
        decision.released = policy.released(judgement, of: released)
        return decision
    }

    /// Where a contact is accepted, what decided is the basis and no rule that keeps it out.
    private func decision(of judgement: Judgement) -> RowDecision {
        let isAccepted = judgement.verdict == .accept
        return RowDecision(
            verdict: judgement.verdict, rule: isAccepted ? nil : judgement.decisive,
            basis: isAccepted ? judgement.decisive : nil, isByOtherRow: false, findings: judgement.findings)
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

extension Rule {
    /// Whether people are told once how many rows it fired for, beside the rules that decided.
    ///
    /// What only warns or gives a basis decides no row that stays out, and what is about the whole list says the same
    /// of all its rows.
    fileprivate var isTold: Bool { scope == .list || effect == .warn || effect == .accept }
}
