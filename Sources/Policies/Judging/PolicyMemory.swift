/// Judges by one policy and remembers each judgement, so that contacts of whom the same is known cost no walk over the
/// rules.
///
/// Says the same as ``Policy/judge(_:releasing:)`` for any facts. Made for one reading of a list: it belongs to one
/// thread, and what it remembers is bounded.
package final class PolicyMemory {
    /// The policy by which it judges.
    package let policy: Policy
    private var judged: Judged?

    /// How many combinations are remembered at most, about 15 MB; the next one makes it start afresh.
    package static let limit = 65_536

    /// A memory in which nothing is yet.
    ///
    /// - Parameter limit: How many combinations it may remember.
    package init(of policy: Policy, limit: Int = PolicyMemory.limit) {
        self.policy = policy
        judged = Outlook(of: policy.rules.map(\.condition)).map { Judged(outlook: $0, limit: limit) }
    }

    /// How many combinations are remembered now.
    package var count: Int { judged?.table.count ?? 0 }

    /// Judges a contact by what is known of it.
    ///
    /// - Parameter released: As for the policy. Releases are rare, and contacts that have one are not remembered.
    package func judge(_ facts: Facts, releasing released: Set<Int> = []) -> Judgement {
        guard released.isEmpty else { return policy.judge(facts, releasing: released) }
        if let judgement = judged?.remembered(for: facts) { return judgement }
        let judgement = policy.judge(facts)
        judged?.remember(judgement, for: facts)
        return judgement
    }
}

/// Judgements by what a policy sees of the contact.
private struct Judged {
    var outlook: Outlook
    var table: CombinationTable
    /// Each judgement once, for many combinations get the same.
    private var judgements: [Judgement] = []
    private var numbers: [Judgement: UInt32] = [:]

    init(outlook: Outlook, limit: Int) {
        self.outlook = outlook
        table = CombinationTable(limit: limit)
    }

    /// The judgement of a contact of whom the same is known, nil where there was none.
    mutating func remembered(for facts: Facts) -> Judgement? {
        if outlook.turn(to: facts) { startAfresh() }
        let combination = outlook.combination(of: facts)
        guard case .found(let number) = table.place(of: combination, hash: combination.hash) else {
            return nil
        }
        return judgements[number]
    }

    /// Takes in a judgement that was not remembered, right after it was asked for.
    mutating func remember(_ judgement: Judgement, for facts: Facts) {
        if table.isFull { startAfresh() }
        let combination = outlook.combination(of: facts)
        let hash = combination.hash
        if case .free(let slot) = table.place(of: combination, hash: hash) {
            table.add(combination, hash: hash, number: number(of: judgement), in: slot)
        }
    }

    private mutating func number(of judgement: Judgement) -> UInt32 {
        if let number = numbers[judgement] { return number }
        // Never more than the table's limit, which fits.
        let number = UInt32(truncatingIfNeeded: judgements.count)
        judgements.append(judgement)
        numbers[judgement] = number
        return number
    }

    private mutating func startAfresh() {
        table.clear()
        judgements.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
    }
}
