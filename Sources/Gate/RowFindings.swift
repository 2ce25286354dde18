import Policies

/// What a held or rejected row tells of the rules that fired and of the facts that decided.
struct RowFindings {
    private let ids: [String]
    private var line: DecidingFactsLine

    init(_ policy: Policy) {
        ids = policy.rules.map(\.id)
        line = DecidingFactsLine(policy)
    }

    /// The ids of all rules that fired, the decisive one first, as in `J01 L03`.
    func rules(of decision: RowDecision) -> String {
        let others = decision.findings.filter { $0 != decision.rule }
        return ((decision.rule.map { [$0] } ?? []) + others)
            .compactMap { ids.indices.contains($0) ? ids[$0] : nil }.joined(separator: " ")
    }

    /// The facts on which the decisive rule fired; none where another row decided, whose facts do not stand here.
    ///
    /// - Parameter facts: By which facts an address of the row's cell was judged.
    mutating func facts(of decision: RowDecision, _ facts: (Int) -> Facts) -> String {
        guard let rule = decision.rule, !decision.isByOtherRow else { return "" }
        return self.facts(ofRule: rule, facts(decision.place))
    }

    /// The facts on which a rule fired.
    mutating func facts(ofRule rule: Int, _ facts: Facts) -> String { line.text(ofRule: rule, for: facts) }
}
