import Consent
import Policies
import Testing

@Suite("A judgement")
struct JudgementTests {
    typealias Text = PolicyText

    static let ragged = "{row.ragged: true}"

    func judge(_ rules: String, _ told: [Fact: String] = [.rowRagged: "true"]) throws -> (
        Verdict, String?, [String]
    ) {
        let policy = try Policy(parsing: Text.head + Text.s01 + rules, file: "trial.yaml")
        let judgement = policy.judge(try Text.facts(told))
        #expect(judgement == policy.judge(try Text.facts(told)))
        return (
            judgement.verdict, policy.decisiveRule(of: judgement)?.id, policy.rules(of: judgement).map(\.id)
        )
    }

    func rule(_ id: String, _ verdict: String) -> String {
        Text.rule(id, when: Self.ragged, verdict: verdict)
    }

    @Test("is accept where nothing fires, and tells no rule")
    func nothing() throws {
        #expect(try judge(rule("OWN-1", "reject"), [.rowRagged: "false"]) == (.accept, nil, []))
    }

    @Test("a warning is told and changes nothing")
    func warning() throws {
        #expect(try judge(rule("OWN-1", "warn")) == (.accept, nil, ["OWN-1"]))
        #expect(
            try judge(rule("OWN-1", "warn") + rule("OWN-2", "hold")) == (.hold, "OWN-2", ["OWN-1", "OWN-2"]))
    }

    @Test("reject beats hold wherever it stands")
    func rejectWins() throws {
        let (a, b) = (rule("OWN-1", "hold"), rule("OWN-2", "reject"))
        #expect(try judge(a + b) == (.reject, "OWN-2", ["OWN-1", "OWN-2"]))
        #expect(try judge(b + a) == (.reject, "OWN-2", ["OWN-2", "OWN-1"]))
    }

    @Test("of several rejections the first of the file is told", arguments: ["reject", "hold"])
    func firstIsTold(verdict: String) throws {
        let (a, b) = (rule("OWN-1", verdict), rule("OWN-2", verdict))
        #expect(try judge(a + b).1 == "OWN-1")
        #expect(try judge(b + a).1 == "OWN-2")
    }

    @Test("does not depend on the order in which facts were told")
    func order() throws {
        let policy = try ShippedPolicies.policy(named: "gdpr")
        for example in try ShippedPolicies.examples(named: "gdpr").examples {
            var backwards = Facts()
            for fact in example.facts.known.reversed() { backwards[fact] = example.facts[fact] }
            #expect(backwards == example.facts)
            #expect(policy.judge(backwards) == policy.judge(example.facts))
        }
    }

    @Test("of another policy is not a trap")
    func otherPolicy() throws {
        let long = try ShippedPolicies.policy(named: "gdpr")
        let short = try ShippedPolicies.policy(named: "linkedin-only")
        // Stands among the last rules of the long one, which have no place in the short one.
        var facts = Facts()
        facts.set(.sendingComplaints, to: 20)
        let judgement = long.judge(facts)
        #expect(long.rules(of: judgement).last?.id == "X14")
        #expect(short.rules(of: judgement).count < long.rules(of: judgement).count)
    }
}
