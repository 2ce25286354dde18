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
        return judged?.judge(facts, by: policy) ?? policy.judge(facts)
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

    mutating func judge(_ facts: Facts, by policy: Policy) -> Judgement {
        outlook.turn(to: facts)
        let combination = outlook.combination(of: facts)
        let hash = combination.hash
        var place = table.place(of: combination, hash: hash)
        if case .found(let number) = place { return judgements[number] }
        let judgement = policy.judge(facts)
        if table.isFull {
            startAfresh()
            place = table.place(of: combination, hash: hash)
        }
        if case .free(let slot) = place {
            table.add(combination, hash: hash, number: number(of: judgement), in: slot)
        }
        return judgement
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
