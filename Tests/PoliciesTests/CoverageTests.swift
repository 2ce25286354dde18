import Testing

@testable import Policies

@Suite("What examples reach")
struct CoverageTests {
    typealias Text = PolicyText

    /// S01, whose tests stand on line 7, and a rule of the policy's own, whose condition stands on line 15.
    static let policy = Text.asking("{any: [{row.ragged: true}, {row.age: {atMost: 15}}]}")

    func coverage(_ examples: String, of policy: String = Self.policy) throws -> Coverage {
        let policy = try Policy(parsing: policy, file: "trial.yaml")
        return try PolicyExamples(parsing: "examples:\n" + examples, file: "trial.examples.yaml")
            .run(against: policy).coverage
    }

    static let connection = """
          - name: a connection
            facts: {row.linkedin: true, record.explicit: false, row.ragged: false, row.age: 40}
            expect: {verdict: reject, rule: S01}

        """
    static let child = """
          - name: a child
            facts: {row.linkedin: false, record.explicit: true, row.age: 12}
            expect: {verdict: hold, rule: OWN-1}

        """
    static let ragged = """
          - name: a ragged row
            facts: {row.linkedin: false, row.ragged: true}
            expect: {verdict: hold, rule: OWN-1}

        """

    @Test("is whole when every rule and test was seen on both sides")
    func whole() throws {
        let coverage = try coverage(Self.connection + Self.child + Self.ragged)
        #expect(coverage.gaps == [])
        #expect(coverage.percent == 100)
        // Two rules and four tests on two sides each, and two rules to be told.
        #expect(coverage.points == 14)
    }

    @Test("names each test that never held, and each that never failed, where it stands")
    func gaps() throws {
        let coverage = try coverage(Self.connection + Self.child)
        #expect(
            coverage.gaps.map(\.description) == [
                "trial.yaml:15:18: rule OWN-1: in no example it holds that row.ragged: true"
            ])
        #expect(coverage.percent == 92)
        let more = try self.coverage(Self.ragged)
        #expect(
            more.gaps.map(\.description) == [
                "trial.yaml:5:9: rule S01: it fires in no example",
                "trial.yaml:7:18: rule S01: in no example it holds that row.linkedin: true",
                "trial.yaml:7:46: rule S01: in no example it holds that record.explicit: true",
                "trial.yaml:5:9: rule S01: no example of this policy's own tells it",
                "trial.yaml:13:9: rule OWN-1: it is silent in no example",
                "trial.yaml:15:18: rule OWN-1: in every example it holds that row.ragged: true",
                "trial.yaml:15:38: rule OWN-1: in no example it holds that row.age: {atMost: 15}",
            ])
    }

    @Test("a rule that fires behind another was not told")
    func behind() throws {
        let both = """
              - name: a connection in a ragged row
                facts: {row.linkedin: true, record.explicit: false, row.ragged: true, row.age: 40}
                expect: {verdict: reject, rule: S01, also: [OWN-1]}

            """
        let child = Self.child.replacing("row.age: 12", with: "row.age: 12, row.ragged: false")
            .replacing("hold, rule: OWN-1", with: "accept")
        let policy = Self.policy.replacing("{row.age: {atMost: 15}}", with: "{row.repeated: true}")
        let missing = try coverage(both + child, of: policy).gaps.filter { $0.kind == .neverTold }
        #expect(missing.map(\.rule) == ["OWN-1"])
    }

    @Test("a set that a setting emptied asks for no example")
    func empty() throws {
        let policy = Text.asking("{all: [{row.ragged: true}, {row.country: []}]}")
        let gaps = try coverage(Self.connection + Self.child, of: policy).gaps.map(\.kind)
        // Nobody is in an empty set, and so the rule cannot fire nor be told.
        #expect(gaps == [.neverHolds])
    }

    static let profile = """
        policy: mine
        title: Mine
        description: For tests.
        extends: gdpr
        adjust: {H01: reject, C06: off}
        rules:
          - id: OWN-1
            slug: dull
            when: {row.repeated: true}
            verdict: warn
            reason: A reason.
            law: A law.
            cure: A cure.
            override: user

        """

    @Test("a policy that builds on another answers for its own rules, and the catalogue for the rest")
    func profile() throws {
        let policy = try Policy(parsing: Self.profile, file: "mine.yaml")
        #expect(policy.isOverCatalogue)
        #expect(policy.ownRules == ["H01", "C06", "OWN-1"])
        let examples = try PolicyExamples(
            parsing: """
                examples:
                  - name: nothing is known
                    expect: {verdict: reject, rule: S01}
                """, file: "mine.examples.yaml")
        let alone = examples.run(against: policy)
        #expect(alone.neverTold.sorted() == ["H01", "OWN-1"])
        let report = examples.run(against: policy, catalogue: try CatalogueExamples.shipped())
        #expect(report.catalogueExamples == (try CatalogueExamples.shipped().count))
        #expect(report.catalogueFailures == [])
        #expect(report.neverTold.sorted() == ["H01", "OWN-1"])
        #expect(report.coverage.gaps.count < alone.coverage.gaps.count)
        #expect(!report.isWhole)
    }

    @Test("an example of the catalogue that does not hold is told as a difference")
    func difference() throws {
        let policy = try Policy(parsing: Self.policy, file: "trial.yaml")
        let catalogue = try CatalogueExamples.examples(of: [
            PolicySource(
                name: "catalogue/X.examples.yaml",
                text: """
                    examples:
                      - {name: a ragged row, facts: {row.ragged: true}, fires: [S01], silent: [OWN-1, L05]}
                    """)
        ])
        let report = try PolicyExamples(parsing: "examples:\n" + Self.child, file: "x").run(
            against: policy, catalogue: catalogue)
        // The facts of S01 are unknown here, and it asks for row.linkedin: true.
        #expect(
            report.differences == [
                """
                catalogue/X.examples.yaml:2: a ragged row
                  - S01 fires
                  + S01 is silent
                  - OWN-1 is silent
                  + OWN-1 fires
                """
            ])
    }
}
