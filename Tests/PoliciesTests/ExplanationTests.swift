import Consent
import Testing

@testable import Policies

@Suite("An explanation")
struct ExplanationTests {
    private func explain(_ when: String, _ told: [Fact: String]) throws -> RuleExplanation {
        let policy = try Policy(parsing: PolicyText.asking(when), file: "trial.yaml")
        return try #require(policy.explain(try PolicyText.facts(told)).last)
    }

    @Test(
        "names the facts that decided and no others",
        arguments: [
            // Of an all that holds every part, of one that does not the first false one.
            (
                "{all: [{row.ragged: true}, {row.repeated: true}]}", ["true", "true"], true,
                "row.ragged=true row.repeated=true"
            ),
            (
                "{all: [{row.ragged: true}, {row.repeated: true}]}", ["true", "false"], false,
                "row.repeated=false"
            ),
            (
                "{all: [{row.ragged: true}, {row.repeated: true}]}", ["false", "false"], false,
                "row.ragged=false"
            ),
            // Of an any that holds the first true one, of one that does not every part.
            (
                "{any: [{row.ragged: true}, {row.repeated: true}]}", ["false", "true"], true,
                "row.repeated=true"
            ),
            (
                "{any: [{row.ragged: true}, {row.repeated: true}]}", ["true", "true"], true, "row.ragged=true"
            ),
            (
                "{any: [{row.ragged: true}, {row.repeated: true}]}", ["false", "false"], false,
                "row.ragged=false row.repeated=false"
            ),
            (
                "{not: {any: [{row.ragged: true}, {row.repeated: true}]}}", ["true", "true"], false,
                "row.ragged=true"
            ),
            (
                "{any: [{row.ragged: true}, {all: [{row.ragged: false}, {row.contest: true}]}]}",
                ["false", "true"], false, "row.ragged=false row.contest=unknown"
            ),
        ] as [(String, [String], Bool, String)])
    func deciding(when: String, told: [String], hasFired: Bool, facts: String) throws {
        let explanation = try explain(when, [.rowRagged: told[0], .rowRepeated: told[1]])
        #expect(explanation.hasFired == hasFired)
        #expect(explanation.deciding.inALine == facts)
    }

    @Test("shows what a moment was compared with")
    func moments() throws {
        let told: [Fact: String] = [
            .recordGivenAt: "2023-01-01T00:00:00Z", .runNow: "2026-06-30T12:00:00Z",
        ]
        let explanation = try explain("{record.givenAt: {olderThan: 24 months}}", told)
        #expect(
            explanation.deciding.inALine
                == "record.givenAt=2023-01-01T00:00:00Z run.now=2026-06-30T12:00:00Z")
    }

    @Test(
        "says what one other fact would change",
        arguments: [
            // Something that is always known is never told to be unknown.
            ("{row.ragged: true}", [:], ["row.ragged were true"]),
            ("{not: {row.ragged: false}}", [.rowRagged: "true"], ["row.ragged were false"]),
            ("{row.contest: true}", [.rowContest: "true"], ["row.contest were false or unknown"]),
            ("{not: {row.contest: false}}", [.rowContest: "true"], ["row.contest were false"]),
            ("{not: {row.contest: true}}", [.rowContest: "true"], ["row.contest were false or unknown"]),
            ("{row.contest: {known: false}}", [:], ["row.contest were known"]),
            ("{row.contest: {known: true}}", [.rowContest: "false"], ["row.contest were unknown"]),
            (
                "{all: [{row.country: [DE, AT, IT, CH]}, {not: {record.confirmed: true}}]}",
                [.rowCountry: "DE", .recordConfirmed: "false"],
                ["row.country were not AT, CH, DE or IT", "record.confirmed were true"]
            ),
            (
                "{not: {row.country: [DE, AT]}}", [.rowCountry: "FR"], ["row.country were AT or DE"]
            ),
            (
                "{all: [{row.country: {known: true}}, {not: {row.country: [DE, AT]}}]}", [:],
                ["row.country were known and not AT or DE"]
            ),
            (
                "{row.country: [AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI]}", [:],
                ["row.country were AT, BE, BG, CY, CZ, DE or one of 4 more"]
            ),
            (
                "{record.grade: {atLeast: form}}", [.recordGrade: "none"],
                ["record.grade were form or mailbox-proven"]
            ),
            // Two facts away.
            ("{all: [{row.contest: true}, {row.employee: true}]}", [:], []),
        ] as [(String, [Fact: String], [String])])
    func changes(when: String, told: [Fact: String], expected: [String]) throws {
        #expect(try explain(when, told).changes.map(\.description) == expected)
    }

    @Test(
        "says of moments and numbers what the rule's own words say",
        arguments: [
            (
                "{record.givenAt: {olderThan: 24 months}}", "2020-01-01T00:00:00Z",
                "not older than 24 months or unknown"
            ),
            ("{record.givenAt: {olderThan: 24 months}}", "2026-01-01T00:00:00Z", "older than 24 months"),
            (
                "{not: {record.givenAt: {olderThan: 24 months}}}", "2026-01-01T00:00:00Z",
                "older than 24 months"
            ),
            ("{record.givenAt: {olderThan: 24 months}}", nil, "older than 24 months"),
            ("{record.givenAt: {known: false}}", nil, "known"),
            ("{record.givenAt: {known: false}}", "2026-01-01T00:00:00Z", "unknown"),
            (
                "{record.givenAt: {after: run.now, by: 5 minutes}}", "2026-01-01T00:00:00Z",
                "more than 5 minutes after run.now"
            ),
            (
                "{record.givenAt: {before: 2026-03-01T00:00:00Z}}", "2026-05-01T00:00:00Z",
                "before 2026-03-01T00:00:00Z"
            ),
            // A window is left on the near side and on the far side.
            (
                "{all: [{record.givenAt: {olderThan: 1 month}}, {not: {record.givenAt: {olderThan: 12 months}}}]}",
                "2026-01-01T00:00:00Z", "not older than 1 month or older than 12 months or unknown"
            ),
            // One that lies behind it must come back into it, and not before it.
            (
                "{all: [{record.givenAt: {olderThan: 1 month}}, {not: {record.givenAt: {olderThan: 12 months}}}]}",
                "2020-01-01T00:00:00Z", "older than 1 month and not older than 12 months"
            ),
        ] as [(String, String?, String)])
    func momentChanges(when: String, givenAt: String?, expected: String) throws {
        var told: [Fact: String] = [.runNow: "2026-06-30T12:00:00Z"]
        told[.recordGivenAt] = givenAt
        #expect(try explain(when, told).changes.map(\.wanted) == [expected])
    }

    @Test("turns a comparison around for the moment that it is compared with")
    func otherMoment() throws {
        let explanation = try explain(
            "{record.givenAt: {before: wording.validFrom}}",
            [.recordGivenAt: "2026-01-01T00:00:00Z", .wordingValidFrom: "2025-01-01T00:00:00Z"])
        #expect(
            explanation.changes.map(\.description) == [
                "record.givenAt were before wording.validFrom",
                "wording.validFrom were after record.givenAt",
            ])
    }

    @Test(
        "tells numbers by their bounds",
        arguments: [
            ("{row.age: {atLeast: 16}}", "15", "at least 16"),
            ("{row.age: {atMost: 15}}", "15", "above 15 or unknown"),
            ("{row.age: {atLeast: 13, atMost: 15}}", "20", "at least 13 and at most 15"),
            ("{row.age: 15}", "20", "15"),
            // What follows from another bound is not told, and what is needed besides is.
            ("{any: [{row.age: {atMost: 17}}, {row.age: {atMost: 15}}]}", "20", "at most 17"),
            ("{all: [{row.age: {atMost: 17}}, {row.age: {atMost: 15}}]}", "20", "at most 15"),
            ("{all: [{row.age: {known: true}}, {not: {row.age: {atLeast: 16}}}]}", nil, "below 16"),
        ] as [(String, String?, String)])
    func numbers(when: String, age: String?, expected: String) throws {
        var told: [Fact: String] = [:]
        told[.rowAge] = age
        #expect(try explain(when, told).changes.map(\.wanted) == [expected])
    }

    @Test("of an impossible value is not a trap", arguments: [Int64.min + 1, -1, 0, 255, Int64.max])
    func hostile(cell: Int64) throws {
        let policy = try ShippedPolicies.policy(named: "gdpr")
        var facts = Facts()
        for fact in Fact.allCases { facts.store(cell: cell, in: fact) }
        #expect(policy.explain(facts).count == policy.rules.count)
    }

    @Test(
        "of every example is true: each change that it names turns its rule around",
        arguments: ShippedPolicies.names)
    func changesAreTrue(name: String) throws {
        let policy = try ShippedPolicies.policy(named: name)
        for example in try ShippedPolicies.examples(named: name).examples {
            let explanations = policy.explain(example.facts)
            let fired = explanations.indices.filter { explanations[$0].hasFired }
            #expect(fired == policy.judge(example.facts).findings)
            for explanation in explanations {
                // The facts that decided are enough: with nothing else known the answer is the same.
                #expect(isSettled(explanation, example.facts), "\(example.name): \(explanation.rule.id)")
                for change in explanation.changes where !change.fact.type.isWide {
                    #expect(
                        turns(explanation, change.fact, example.facts), "\(explanation.rule.id): \(change)")
                }
            }
        }
    }

    /// Whether the answer of a rule is certain when only the facts that decided it are settled.
    private func isSettled(_ explanation: RuleExplanation, _ facts: Facts) -> Bool {
        let settled = Assumption(facts: facts, settled: Set(explanation.deciding.map(\.fact)))
        return explanation.rule.condition.truth(under: settled) == (explanation.hasFired ? .yes : .no)
    }

    private func turns(_ explanation: RuleExplanation, _ fact: Fact, _ facts: Facts) -> Bool {
        let count = if case .name(let list) = fact.type { list.names.count } else { 2 }
        return (-1..<Int64(count)).contains { cell in
            var changed = facts
            changed.store(cell: cell < 0 ? Facts.unknown : cell, in: fact)
            return explanation.rule.fires(for: changed) != explanation.hasFired
        }
    }
}
