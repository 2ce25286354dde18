import Testing

@testable import Policies

@Suite("A look through the conditions of a policy")
struct PolicyAnalysisTests {
    typealias Text = PolicyText

    /// What is remarked on in a policy of S01 and these rules.
    func remarks(_ rules: String) throws -> [PolicyRemark] {
        let policy = try Policy(parsing: Text.head + Text.s01 + rules, file: "trial.yaml")
        let analysis = policy.analysis()
        #expect(analysis.undecided == 0)
        return analysis.remarks
    }

    func codes(_ when: String) throws -> [PolicyRemark.Code] {
        try remarks(Text.rule("OWN-1", when: when)).map(\.code)
    }

    @Test(
        "finds a condition that contradicts itself",
        arguments: [
            "{all: [{record.state: given}, {record.state: none}]}",
            "{all: [{record.state: given}, {record.state: {known: false}}]}",
            "{all: [{row.ragged: true}, {not: {row.ragged: true}}]}",
            "{all: [{row.age: {atLeast: 16}}, {row.age: {atMost: 15}}]}",
            "{all: [{row.age: 12}, {row.age: {atMost: 11}}]}",
            "{all: [{record.grade: {atLeast: form}}, {record.grade: attestation}]}",
            "{all: [{record.givenAt: {known: false}}, {record.givenAt: {olderThan: 2 years}}]}",
            "{all: [{record.givenAt: {olderThan: 2 years}}, {not: {record.givenAt: {olderThan: 1 year}}}]}",
            "{all: [{record.givenAt: {olderThan: 1 day}}, {record.givenAt: {after: run.now}}]}",
            "{all: [{record.givenAt: {olderThan: 1 day}}, {run.now: {before: record.givenAt}}]}",
            "{all: [{record.givenAt: {after: 2026-01-01T00:00:00Z}}, {record.givenAt: {before: 2025-01-01T00:00:00Z}}]}",
            "{all: [{record.givenAt: {after: record.recordedAt}}, {record.recordedAt: {after: run.now}}, {not: {record.givenAt: {after: run.now}}}]}",
            "{not: {any: [{row.ragged: true}, {row.ragged: false}, {row.ragged: {known: false}}]}}",
        ])
    func contradictions(when: String) throws {
        #expect(try codes(when) == [.neverFires])
    }

    @Test(
        "finds a condition that holds for everybody",
        arguments: [
            "{any: [{row.ragged: true}, {not: {row.ragged: true}}]}",
            "{any: [{row.ragged: true}, {row.ragged: false}, {row.ragged: {known: false}}]}",
            "{not: {all: [{record.givenAt: {after: run.now}}, {record.givenAt: {before: run.now}}]}}",
        ])
    func always(when: String) throws {
        #expect(try codes(when) == [.alwaysFires])
    }

    @Test(
        "leaves alone what can be so and can be otherwise",
        arguments: [
            "{all: [{record.state: given}, {not: {record.evidence: intact}}]}",
            "{any: [{row.ragged: true}, {row.ragged: false}]}",
            "{any: [{row.ragged: true}, {row.ragged: {known: false}}]}",
            "{all: [{row.age: {atLeast: 13}}, {row.age: {atMost: 13}}]}",
            "{all: [{record.givenAt: {olderThan: 1 month}}, {not: {record.givenAt: {olderThan: 31 days}}}]}",
            "{all: [{record.givenAt: {olderThan: 12 months}}, {not: {record.givenAt: {olderThan: 24 months}}}]}",
            "{any: [{record.givenAt: {after: run.now}}, {record.givenAt: {before: run.now}}]}",
            "{not: {row.ragged: false}}",
            "{all: [{row.country: []}, {row.ragged: true}]}",
            "{any: [{row.country: []}, {row.ragged: true}]}",
        ])
    func sound(when: String) throws {
        // A set that a setting emptied is no mistake of the rule's author.
        #expect(try codes(when) == [])
    }

    @Test("says where a condition contradicts itself, and why")
    func whyNever() throws {
        let found = try remarks(
            Text.rule(
                "OWN-1",
                when:
                    "{all: [{row.ragged: true}, {record.state: given}, {not: {record.state: [given, none]}}]}"
            ))
        #expect(
            found.map(\.description) == [
                """
                trial.yaml:15:61: warning: rule OWN-1 can never fire: "record.state: given" and \
                "not: {record.state: [given, none]}" are never so together
                        when: {all: [{row.ragged: true}, {record.state: given}, {not: {record.state: [given, none]}}]}
                                                                                ^
                Change the condition, or leave the rule out.
                """
            ])
    }

    @Test(
        "finds parts that change nothing, and not the parts of those",
        arguments: [
            ("{all: [{record.state: given}, {not: {record.state: none}}]}", "record.state: none", false),
            ("{all: [{row.ragged: true}, {any: [{row.ragged: true}, {row.repeated: true}]}]}", "any: ", true),
            (
                "{any: [{row.ragged: true}, {all: [{row.ragged: true}, {row.repeated: true}]}]}", "all: ",
                false
            ),
            (
                "{all: [{row.ragged: true}, {any: [{row.ragged: false}, {row.repeated: true}]}]}",
                "row.ragged: false", false
            ),
            (
                "{any: [{record.givenAt: {olderThan: 1 year}}, {record.givenAt: {olderThan: 3 years}}]}",
                "record.givenAt: {olderThan: 36 months}", false
            ),
        ])
    func idleParts(when: String, part: String, isSo: Bool) throws {
        let found = try remarks(Text.rule("OWN-1", when: when))
        #expect(found.map(\.code).count == 1, "\(found)")
        let remark = try #require(found.first)
        #expect(remark.message.contains(part), "\(remark)")
    }

    @Test("finds a rule behind which others always go, and names them")
    func neverDecides() throws {
        let found = try remarks(
            Text.rule("OWN-1", when: "{row.ragged: true}", verdict: "reject")
                + Text.rule("OWN-2", when: "{all: [{row.ragged: true}, {row.repeated: true}]}"))
        #expect(found.map(\.code) == [.neverDecides])
        #expect(
            found.first?.message
                == "rule OWN-2 can never decide: whenever it fires, OWN-1 fires too and goes before it")
        #expect(found.first?.place == TextPlace(line: 21, column: 9))
    }

    @Test("finds that only several rules together go before another")
    func together() throws {
        let found = try remarks(
            Text.rule("OWN-1", when: "{row.mailbox: role}")
                + Text.rule("OWN-2", when: "{row.mailbox: personal}")
                + Text.rule("OWN-3", when: "{row.ragged: true}")
                + Text.rule("OWN-4", when: "{row.mailbox: [personal, role]}"))
        #expect(found.map(\.rule) == ["OWN-4"])
        #expect(found.first?.message.contains("OWN-1 or OWN-2 fire too and go before it") == true)
    }

    @Test("a rule that is later, or less strict, or only warns hides nobody")
    func hidesNobody() throws {
        let wide = "{row.ragged: true}"
        let narrow = "{all: [{row.ragged: true}, {row.repeated: true}]}"
        #expect(try remarks(Text.rule("OWN-2", when: narrow) + Text.rule("OWN-1", when: wide)) == [])
        #expect(
            try remarks(
                Text.rule("OWN-1", when: wide) + Text.rule("OWN-2", when: narrow, verdict: "reject")) == [])
        #expect(
            try remarks(
                Text.rule("OWN-1", when: wide, verdict: "warn") + Text.rule("OWN-2", when: narrow)) == [])
        #expect(
            try remarks(Text.rule("OWN-1", when: wide) + Text.rule("OWN-2", when: narrow, verdict: "warn"))
                == [])
    }

    @Test("a rule may stand behind another, where that is true")
    func behind() throws {
        let wide = Text.rule("OWN-1", when: "{row.ragged: true}")
        let narrow = "{all: [{row.ragged: true}, {row.repeated: true}]}"
        #expect(
            try remarks(wide + Text.rule("OWN-2", when: narrow, more: "behind: [OWN-1, S01]")) == [])
        let after = try remarks(Text.rule("OWN-2", when: narrow, more: "behind: [OWN-1]") + wide)
        #expect(
            after.map(\.description) == [
                """
                trial.yaml:21:14: warning: rule OWN-2 stands behind OWN-1, and OWN-1 is told after it
                        behind: [OWN-1]
                                 ^
                Let OWN-1 stand earlier in the order of telling, or leave it out under behind:.
                """
            ])
        let apart = try remarks(
            wide + Text.rule("OWN-2", when: "{row.ragged: false}", more: "behind: [OWN-1]"))
        #expect(apart.map(\.message) == ["rule OWN-2 stands behind OWN-1, and the two never fire together"])
    }

    @Test("finds a basis that helps nobody")
    func basis() throws {
        let gives = "basis: gives"
        let useless = try remarks(
            Text.rule("OWN-1", when: "{row.ragged: true}", verdict: "reject")
                + Text.rule(
                    "OWN-2", when: "{all: [{row.ragged: true}, {row.customer: true}]}", verdict: "accept",
                    more: gives))
        #expect(useless.map(\.code) == [.basisRejected])
        let useful = try remarks(
            Text.rule("OWN-1", when: "{row.ragged: true}", verdict: "reject")
                + Text.rule("OWN-2", when: "{row.customer: true}", verdict: "accept", more: gives))
        #expect(useful == [])
    }

    @Test("finds two rules that ask the same in other words")
    func twins() throws {
        let found = try remarks(
            Text.rule("OWN-1", when: "{all: [{row.ragged: true}, {row.repeated: true}]}", verdict: "warn")
                + Text.rule(
                    "OWN-2", when: "{not: {any: [{not: {row.repeated: true}}, {not: {row.ragged: true}}]}}"))
        #expect(found.map(\.code) == [.sameCondition])
        #expect(found.first?.message.contains("OWN-1 and OWN-2") == true)
        let meant = try remarks(
            Text.rule("OWN-1", when: "{row.ragged: true}")
                + Text.rule("OWN-2", when: "{row.ragged: true}", verdict: "warn", more: "behind: [OWN-1]"))
        #expect(meant == [])
    }

    @Test("comes to an end, and says that it was not complete")
    func bounded() throws {
        // Pigeons and holes: nobody can look through this, and nothing is claimed of it.
        let facts = Fact.allCases.filter { $0.type == .boolean }.map(\.name).prefix(56)
        let pigeons = (0..<8).map { pigeon in
            "{any: [" + (0..<7).map { "{\(facts[pigeon * 7 + $0]): true}" }.joined(separator: ", ") + "]}"
        }
        var rules = Text.rule("OWN-1", when: "{all: [\(pigeons.joined(separator: ", "))]}", verdict: "hold")
        for hole in 0..<7 {
            let pairs = (0..<8).flatMap { a in
                (a + 1..<8).map { b in
                    "{all: [{\(facts[a * 7 + hole]): true}, {\(facts[b * 7 + hole]): true}]}"
                }
            }
            rules += Text.rule(
                "OWN-hole-\(hole)", when: "{any: [\(pairs.joined(separator: ", "))]}", verdict: "reject")
        }
        let policy = try Policy(parsing: Text.head + Text.s01 + rules, file: "trial.yaml")
        let analysis = policy.analysis()
        #expect(analysis.undecided > 0 || analysis.remarks.map(\.code) == [.neverDecides])
    }
}
