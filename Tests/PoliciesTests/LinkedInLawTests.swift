import Consent
import Policies
import Testing

@Suite("Law 2: a LinkedIn connection is not a yes")
struct LinkedInLawTests {
    typealias Text = PolicyText

    static let linkedIn = "{row.linkedin: true}"
    static let noOptIn = "{not: {record.explicit: true}}"

    static let breaking: [(rules: String, line: Int, column: Int, says: String)] = [
        (Text.rule("L01", when: "{record.state: none}", verdict: "reject"), 5, 3, "no rule rejects it"),
        (Text.rule("S01", when: "{all: [\(linkedIn), \(noOptIn)]}"), 8, 14, "rule S01 only holds"),
        (
            Text.rule("S01", when: "{all: [\(linkedIn), \(noOptIn)]}", verdict: "warn"), 8, 14,
            "rule S01 only warns"
        ),
        (
            Text.rule("S01", when: "{all: [\(linkedIn), \(noOptIn)]}", verdict: "reject", override: "dpo"),
            12, 15,
            "rule S01 can be overridden"
        ),
        (
            Text.rule(
                "S01", when: "{all: [\(linkedIn), \(noOptIn), {row.address: valid}]}", verdict: "reject"), 7,
            11,
            "rule S01 also depends on row.address"
        ),
        (
            Text.rule(
                "S01", when: "{all: [\(linkedIn), \(noOptIn), {not: {record.state: given}}]}",
                verdict: "reject"), 7,
            11, "rule S01 also depends on record.state"
        ),
        (
            Text.rule("S01", when: "{all: [{row.linkedin: false}, \(noOptIn)]}", verdict: "reject"), 7, 11,
            "rule S01 does not fire where row.origin is linkedin-connection and record.explicit is false"
        ),
        (
            Text.rule("S01", when: "{all: [{not: \(linkedIn)}, \(noOptIn)]}", verdict: "reject"), 7, 11,
            "rule S01 does not fire where row.origin is linkedin-connection and record.explicit is false"
        ),
        (
            Text.rule("S01", when: "{all: [\(linkedIn), {record.explicit: true}]}", verdict: "reject"), 7, 11,
            "rule S01 does not fire"
        ),
        (
            Text.rule("S01", when: "{all: [\(linkedIn), {record.explicit: false}]}", verdict: "reject"), 7,
            11,
            "rule S01 does not fire where row.origin is linkedin-connection and record.explicit is unknown"
        ),
        (
            Text.rule(
                "S01", when: "{all: [{row.origin: linkedin-connection}, \(noOptIn)]}", verdict: "reject"), 7,
            11,
            "rule S01 does not fire where row.origin is linkedin-profile and record.explicit is false"
        ),
        (
            Text.rule(
                "S01", when: "{all: [{row.origin: [linkedin-connection, linkedin-profile]}, \(noOptIn)]}",
                verdict: "reject"), 7, 11, "where row.origin is linkedin-imported-contacts"
        ),
        (
            Text.rule(
                "S01", when: "{all: [\(linkedIn), {record.grade: {atMost: imported}}]}", verdict: "reject"),
            7, 11,
            "rule S01 also depends on record.grade"
        ),
        (
            Text.rule("S01", when: "{all: [{list.linkedinExport: true}, \(noOptIn)]}", verdict: "reject"), 7,
            11,
            "rule S01 also depends on list.linkedinExport"
        ),
        (
            Text.rule(
                "S01", when: "{all: [\(linkedIn), \(noOptIn), {run.now: {after: 2030-01-01T00:00:00Z}}]}",
                verdict: "reject"),
            7, 11, "rule S01 also depends on run.now"
        ),
        (
            Text.rule(
                "S01", when: "{not: {any: [{row.linkedin: false}, {record.explicit: false}]}}",
                verdict: "reject"),
            7, 11,
            "rule S01 does not fire where row.origin is linkedin-connection and record.explicit is false"
        ),
        (
            Text.rule(
                "S01", when: "{all: [\(linkedIn), \(noOptIn), {row.mailbox: {known: true}}]}",
                verdict: "reject")
                + Text.rule("OWN-1", when: "{all: [\(linkedIn), \(noOptIn)]}"), 7, 11,
            "rule S01 also depends on row.mailbox"
        ),
        (Text.rule("OWN-1", when: "{all: [\(linkedIn), \(noOptIn)]}"), 8, 14, "rule OWN-1 only holds"),
        (
            Text.rule("OWN-1", when: "{any: [{row.ragged: true}, {row.linkedin: false}]}", verdict: "reject"),
            7, 11,
            "rule OWN-1 also depends on row.ragged"
        ),
        (
            Text.rule("S02", when: "{list.linkedinExport: true}", verdict: "reject", more: "scope: list"), 5,
            3,
            "no rule rejects it"
        ),
    ]

    @Test(
        "a policy that would let one pass is refused, and says where and how to mend it", arguments: breaking)
    func refuses(rules: String, line: Int, column: Int, says: String) throws {
        let error = try #require(Text.error(Text.head + rules))
        #expect(error.code == .breaksLaw)
        #expect(
            error.message.hasPrefix(
                "this policy would let a LinkedIn-sourced contact without an explicit opt-in pass (law 2): "))
        #expect(error.message.contains(says), "\(error)")
        #expect(error.line == line, "\(error)")
        #expect(error.column == column, "\(error)")
        let hint = try #require(error.hint)
        #expect(hint.contains("override: never") || hint.contains("{not: {record.explicit: true}}"))
    }

    @Test("the text that an error proposes is a text that passes")
    func proposalWorks() throws {
        let error = try #require(Text.error(Text.head + Text.rule("OWN-1", when: "{row.ragged: true}")))
        let hint = try #require(error.hint)
        let start = try #require(hint.firstRange(of: "when: ")).upperBound
        let end = try #require(hint.firstRange(of: "}]},")).upperBound
        let when = String(hint[start..<end].dropLast())
        #expect(Text.error(Text.head + Text.rule("S01", when: when, verdict: "reject")) == nil)
    }

    @Test(
        "a policy that says the same in other words is fine",
        arguments: [
            Text.s01,
            Text.rule("S01", when: linkedIn, verdict: "reject"),
            Text.rule("S01", when: "{not: {record.explicit: true}}", verdict: "reject"),
            Text.rule(
                "S01", when: "{not: {any: [{row.linkedin: false}, {record.explicit: true}]}}",
                verdict: "reject"),
            Text.rule("S01", when: "{all: [{not: {row.linkedin: false}}, \(noOptIn)]}", verdict: "reject"),
            Text.rule(
                "S01",
                when:
                    "{all: [\(linkedIn), {any: [{record.explicit: false}, {record.explicit: {known: false}}]}]}",
                verdict: "reject"),
            Text.rule(
                "S01",
                when: """
                    {all: [{row.origin: [linkedin-connection, linkedin-profile, linkedin-imported-contacts]}, \(noOptIn)]}
                    """,
                verdict: "reject"),
            Text.rule(
                "S01", when: "{all: [{row.origin: linkedin-connection}, \(noOptIn)]}", verdict: "reject")
                + Text.rule(
                    "OWN-1",
                    when: "{all: [{row.origin: [linkedin-profile, linkedin-imported-contacts]}, \(noOptIn)]}",
                    verdict: "reject"),
            Text.rule(
                "S01", when: "{any: [{all: [\(linkedIn), \(noOptIn)]}, {row.origin: scraper}]}",
                verdict: "reject"),
            Text.rule(
                "S01", when: "{not: {all: [{row.linkedin: false}, {row.ragged: true}]}}", verdict: "reject"),
            Text.rule("OWN-linkedin", when: "{all: [\(linkedIn), \(noOptIn)]}", verdict: "reject"),
            Text.rule("S01", when: "{all: [\(linkedIn), \(noOptIn)]}")
                + Text.rule("OWN-1", when: linkedIn, verdict: "reject"),
        ])
    func allows(rules: String) {
        #expect(Text.error(Text.head + rules) == nil)
    }

    @Test(
        "no row of an allowed policy proves the check wrong",
        arguments: Origin.allCases.filter(\.isLinkedInSourced))
    func holds(origin: Origin) throws {
        for name in ShippedPolicies.names {
            let policy = try ShippedPolicies.policy(named: name)
            for explicit in [false, nil] {
                for state in ConsentState.allCases {
                    for address in AddressForm.allCases {
                        var facts = Facts()
                        facts.set(.rowLinkedIn, to: true)
                        facts.set(.rowOrigin, name: origin.rawValue)
                        facts.set(.recordExplicit, to: explicit)
                        facts.set(.recordState, name: state.rawValue)
                        facts.set(.rowAddress, name: address.rawValue)
                        facts.set(.subjectSuppressed, to: false)
                        let judgement = policy.judge(facts)
                        #expect(judgement.verdict == .reject)
                        #expect(policy.rules(of: judgement).map(\.id).contains("S01"))
                    }
                }
            }
        }
    }
}
