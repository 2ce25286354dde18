/// Writes the deciding facts of rules in a line, contact by contact.
///
/// Most rows of a list are kept out by few rules on the same facts, and so the last line of each rule is kept and used again
/// while nothing that the rule asks for is another.
package struct DecidingFactsLine: Sendable {
    private let rules: [Rule]
    private let asked: [[Fact]]
    private var last: [(facts: Facts, text: String)?]

    /// Begins with the rules of a policy.
    package init(_ policy: Policy) {
        rules = policy.rules
        asked = rules.map(\.facts)
        last = Array(repeating: nil, count: rules.count)
    }

    /// As in `row.country=DE record.confirmed=false`; empty for a rule that the policy does not have.
    package mutating func text(ofRule index: Int, for facts: Facts) -> String {
        guard rules.indices.contains(index) else { return "" }
        if let known = last[index],
            asked[index].allSatisfy({ known.facts.cell(of: $0) == facts.cell(of: $0) })
        {
            return known.text
        }
        let text = rules[index].decidingFacts(for: facts).inALine
        last[index] = (facts, text)
        return text
    }
}
