import Policies
import Testing

@Suite("The difference of two policies")
struct PolicyDifferenceTests {
    private func profile(_ more: String, file: String = "own.yaml") throws -> Policy {
        try Policy(
            parsing: "policy: own\ntitle: Own\ndescription: For tests.\nextends: gdpr\n" + more, file: file)
    }

    private func own(_ reason: String = "A reason.", when: String = "{row.contest: true}") -> String {
        "rules:\n" + PolicyText.rule("OWN-1", when: when).replacing("A reason.", with: reason)
    }

    private func lines(_ difference: PolicyDifference) -> [String] {
        (difference.parameters + difference.rules).map {
            "\($0.name) \($0.aspect): \($0.first) → \($0.second)"
        }
    }

    @Test("is none between a policy and itself", arguments: ShippedPolicies.names)
    func none(name: String) throws {
        let policy = try ShippedPolicies.policy(named: name)
        #expect(PolicyDifference(from: policy, to: policy).isEmpty)
    }

    @Test(
        "names settings, rules and what becomes of them",
        arguments: [
            ("parameters: {renewAfter: 12 months}\n", ["renewAfter parameter: 24 months → 12 months"]),
            ("adjust: {H05: off}\n", ["H05 effect: hold → off"]),
            ("adjust: {H05: reject}\n", ["H05 effect: hold → reject"]),
        ])
    func items(more: String, expected: [String]) throws {
        let gdpr = try ShippedPolicies.policy(named: "gdpr")
        let difference = PolicyDifference(from: gdpr, to: try profile(more))
        #expect(lines(difference) == expected)
        #expect(!difference.isEmpty)
    }

    @Test("shows own rules that come, go, ask or say something else")
    func ownRules() throws {
        let gdpr = try ShippedPolicies.policy(named: "gdpr")
        let one = try profile(own())
        #expect(lines(PolicyDifference(from: gdpr, to: one)) == ["OWN-1 effect: not there → hold"])
        #expect(lines(PolicyDifference(from: one, to: gdpr)) == ["OWN-1 effect: hold → not there"])
        let other = try profile(own("Another reason.", when: "{row.employee: true}"), file: "other.yaml")
        #expect(
            lines(PolicyDifference(from: one, to: other)) == [
                "OWN-1 condition: own.yaml:6 → other.yaml:6", "OWN-1 text: A reason. → Another reason.",
            ])
    }

    @Test("shows rules that are told in another order")
    func order() throws {
        let (a, b) = (
            PolicyText.rule("OWN-1", when: "{row.contest: true}"),
            PolicyText.rule("OWN-2", when: "{row.employee: true}")
        )
        let one = try Policy(parsing: PolicyText.head + PolicyText.s01 + a + b, file: "one.yaml")
        let other = try Policy(parsing: PolicyText.head + PolicyText.s01 + b + a, file: "other.yaml")
        #expect(
            lines(PolicyDifference(from: one, to: other)) == [
                "order order: OWN-1 before OWN-2 → OWN-2 before OWN-1"
            ])
    }
}
