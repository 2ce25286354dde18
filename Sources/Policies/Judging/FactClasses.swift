/// Numbers what a policy can tell apart of contacts: those with the same number get the same judgement from it, whatever
/// else is known of them.
///
/// Made for one reading of a list, as ``PolicyMemory`` is: it belongs to one thread, and what it remembers is bounded.
package struct FactClasses {
    private var outlook: Outlook
    private var table: CombinationTable

    /// - Parameter limit: How many numbers it gives.
    /// - Returns: Nil for a policy that asks more than is compared here.
    package init?(of policy: Policy, limit: Int = PolicyMemory.limit) {
        guard let outlook = Outlook(of: policy.rules.map(\.condition)) else { return nil }
        self.outlook = outlook
        table = CombinationTable(limit: limit)
    }

    /// The number of what is known of a contact; nil where there is no room for another.
    ///
    /// The moment of the run must be the same for all.
    package mutating func number(of facts: Facts) -> Int? {
        if outlook.turn(to: facts) { table.clear() }
        let combination = outlook.combination(of: facts)
        let hash = combination.hash
        switch table.place(of: combination, hash: hash) {
        case .found(let number): return number
        case .crowded: return nil
        case .free(let slot):
            guard !table.isFull else { return nil }
            let number = table.count
            table.add(combination, hash: hash, number: UInt32(truncatingIfNeeded: number), in: slot)
            return number
        }
    }
}
