import Consent
import TestSupport
import Testing

@testable import Policies

/// The plain walk is what the policy means; the memory must never say anything else.
@Suite("A memory of judgements")
struct PolicyMemoryTests {
    /// Whether both say the same of so many contacts, for each kind of memory.
    func compare(_ policy: Policy, given: [Facts] = [], contacts: Int, seed: UInt64) {
        let wide = PolicyMemory(of: policy)
        let narrow = PolicyMemory(of: policy, limit: 7)
        var people = RandomContacts(for: policy, given: given, seed: seed)
        var (differences, judgements): (Int, Set<Judgement>) = (0, [])
        var (most, mostOfNarrow) = (0, 0)
        for _ in 0..<contacts {
            let facts = people.next()
            let plain = policy.judge(facts)
            judgements.insert(plain)
            // Asked twice, so that the second answer is a remembered one.
            if wide.judge(facts) != plain || wide.judge(facts) != plain { differences += 1 }
            if narrow.judge(facts) != plain { differences += 1 }
            (most, mostOfNarrow) = (max(most, wide.count), max(mostOfNarrow, narrow.count))
        }
        #expect(differences == 0)
        #expect(judgements.count > 1)
        #expect(most > 7 && mostOfNarrow <= 7)
    }

    @Test("says what the plain walk says, for every shipped policy", arguments: ShippedPolicies.names)
    func shipped(name: String) throws {
        let given = try ShippedPolicies.examples(named: name).examples.map(\.facts)
        compare(try ShippedPolicies.policy(named: name), given: given, contacts: 3000, seed: 1)
    }

    @Test("says what the plain walk says where every rule of the catalogue is on")
    func everyRule() throws {
        let text = "policy: every\ntitle: All\ndescription: All.\nextends: catalogue\n"
        let catalogue = try Policy(parsing: text, file: "every.yaml")
        let adjust = catalogue.rulesOff.map { "  \($0.id): on\n" }.joined()
        let policy = try Policy(
            parsing: adjust.isEmpty ? text : text + "adjust:\n" + adjust, file: "every.yaml")
        #expect(policy.rulesOff == [])
        let given = try ShippedPolicies.examples(named: "gdpr").examples.map(\.facts)
        compare(policy, given: given, contacts: 10_000, seed: 2)
    }

    @Test("says what the plain walk says, for policies that nobody would write", arguments: UInt64(1)...60)
    func random(seed: UInt64) throws {
        var policies = RandomPolicy(seed: seed)
        compare(try policies.policy(rules: 12), contacts: 1500, seed: seed)
    }

    @Test("takes a test at either side of its threshold for what it is")
    func thresholds() throws {
        let policy = try Policy(
            parsing: PolicyText.asking("{record.givenAt: {olderThan: 24 months}}"), file: "trial.yaml")
        let memory = PolicyMemory(of: policy)
        var facts = try PolicyText.facts([
            .recordGivenAt: "2024-06-30T12:00:00Z", .runNow: "2026-06-30T12:00:00Z",
        ])
        #expect(memory.judge(facts).verdict == .accept)
        facts.set(.recordGivenAt, to: try Instant(parsing: "2024-06-30T11:59:59Z"))
        #expect(memory.judge(facts).verdict == .hold)
        facts.set(.runNow, to: try Instant(parsing: "2026-06-30T11:59:59Z"))
        #expect(memory.judge(facts).verdict == .accept)
        facts.forget(.runNow)
        #expect(memory.judge(facts).verdict == .accept)
        #expect(memory.count == 1, "another moment of the run begins afresh")
    }

    @Test("remembers contacts once of whom the same is known, as far as the policy asks")
    func alike() throws {
        let policy = try Policy(parsing: PolicyText.asking("{row.ragged: true}"), file: "trial.yaml")
        let memory = PolicyMemory(of: policy)
        for age in 0..<100 {
            var facts = Facts()
            facts.set(.rowAge, to: age)
            facts.set(.rowRagged, to: age % 2 == 0)
            #expect(memory.judge(facts) == policy.judge(facts))
        }
        #expect(memory.count == 2)
    }

    @Test("starts afresh when it is full, and never remembers more", arguments: [-1, 0, 1, 2, 1000])
    func bounded(limit: Int) throws {
        let policy = try Policy(
            parsing: PolicyText.asking("{all: [{row.country: DE}, {row.origin: crm}]}"), file: "trial.yaml"
        )
        let memory = PolicyMemory(of: policy, limit: limit)
        for (country, origin) in Country.codes.flatMap({ code in Origin.allCases.map { (code, $0) } }) {
            var facts = Facts()
            facts.set(.rowCountry, name: country)
            facts.set(.rowOrigin, name: origin.rawValue)
            #expect(memory.judge(facts) == policy.judge(facts))
            #expect((1...max(limit, 1)).contains(memory.count))
        }
    }

    @Test("lifts a hold for one contact, and for no other like it")
    func releases() throws {
        let text =
            PolicyText.head + PolicyText.s01
            + PolicyText.rule("OWN-1", when: "{row.ragged: true}", override: "dpo")
        let policy = try Policy(parsing: text, file: "trial.yaml")
        let memory = PolicyMemory(of: policy)
        let facts = try PolicyText.facts([.rowRagged: "true"])
        #expect(memory.judge(facts).verdict == .hold)
        #expect(memory.judge(facts, releasing: [1]) == policy.judge(facts, releasing: [1]))
        #expect(memory.judge(facts, releasing: [1]).verdict == .accept)
        #expect(memory.judge(facts, releasing: [-1, 99]).verdict == .hold)
        #expect(memory.judge(facts).verdict == .hold)
        #expect(memory.count == 1)
    }

    @Test("asks the rules for each contact where a policy asks more than it has room for")
    func tooMuch() throws {
        let many = (1...65).map { "{record.givenAt: {after: subject.lastStopAt, by: \($0) days}}" }
        let policy = try Policy(
            parsing: PolicyText.asking("{any: [\(many.joined(separator: ", "))]}"), file: "trial.yaml")
        let memory = PolicyMemory(of: policy)
        for (day, verdict) in [(1, Verdict.accept), (2, .accept), (3, .hold), (28, .hold)] {
            let facts = try PolicyText.facts([
                .recordGivenAt: "2026-06-\(day < 10 ? "0" : "")\(day)T12:00:00Z",
                .subjectLastStopAt: "2026-06-01T12:00:00Z",
            ])
            #expect(memory.judge(facts).verdict == verdict)
        }
        #expect(memory.count == 0)
    }

    @Test("takes any number of thresholds for one fact")
    func manyThresholds() throws {
        let many = (1...300).map { "{row.age: \($0)}" }.joined(separator: ", ")
        let policy = try Policy(parsing: PolicyText.asking("{any: [\(many)]}"), file: "trial.yaml")
        let memory = PolicyMemory(of: policy)
        for age in [0, 1, 150, 300, 301] {
            var facts = Facts()
            facts.set(.rowAge, to: age)
            #expect(memory.judge(facts).verdict == ((1...300).contains(age) ? .hold : .accept))
        }
        #expect(memory.count == 5)
    }
}
