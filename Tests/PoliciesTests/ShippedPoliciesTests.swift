import Consent
import Foundation
import Policies
import Testing

@Suite("The shipped policies")
struct ShippedPoliciesTests {
    struct CatalogueFile: Decodable {
        struct Rule: Decodable {
            let id: String
            let slug: String
            let verdict: String
            let override: String
            let law: String
        }
        let rules: [Rule]
    }

    static func catalogue() throws -> [CatalogueFile.Rule] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/catalogue.json")
        return try JSONDecoder().decode(CatalogueFile.self, from: Data(contentsOf: file)).rules
    }

    @Test("are these, compiled in")
    func names() throws {
        #expect(ShippedPolicies.names == ["gdpr", "linkedin-only"])
        #expect(ShippedPolicies.names.contains(ShippedPolicies.defaultName))
        for name in ShippedPolicies.names {
            let policy = try ShippedPolicies.policy(named: name)
            #expect(policy.id == name)
            #expect(policy.text == ShippedPolicies.text(named: name))
            #expect(policy.sources.first?.text == policy.text)
        }
    }

    @Test("an unknown name is refused with the nearest")
    func unknown() throws {
        let error = try #require(throws: PolicyError.self) { try ShippedPolicies.policy(named: "gdrp") }
        #expect(error.code == .unknownPolicy)
        #expect(error.description == "there is no policy \"gdrp\"\nDid you mean \"gdpr\"?")
        #expect(ShippedPolicies.text(named: "gdpr.examples") == nil)
        #expect(throws: PolicyError.self) { try ShippedPolicies.examples(named: "") }
    }

    @Test("say what their examples expect, and every rule is told in one", arguments: ShippedPolicies.names)
    func examples(name: String) throws {
        let report = try ShippedPolicies.examples(named: name).run(
            against: ShippedPolicies.policy(named: name))
        for failure in report.failures { Issue.record("\(failure.difference ?? "")") }
        #expect(report.neverTold == [])
        #expect(report.isComplete)
        #expect(report.results.contains { $0.verdict == .accept })
    }

    /// Rules that came after the catalogue.
    private static let additions: Set = ["S20", "T10", "T11", "B07", "B08", "H09", "X14"]

    @Test("the known ids are the catalogue's, and the additions")
    func ids() throws {
        #expect(RuleCatalogue.ids.filter { !Self.additions.contains($0) } == (try Self.catalogue().map(\.id)))
        #expect(Self.additions.isSubset(of: RuleCatalogue.ids))
    }

    @Test("every rule has the catalogue's slug, verdict, override and law", arguments: ShippedPolicies.names)
    func likeTheCatalogue(name: String) throws {
        // H05 is a hold here: a second copy of an address must not be mailed twice, so it cannot stay in. What the
        // catalogue says of whole lists in S09, S14 and S18 is asked of each contact, which no column here compares.
        let bettered = ["H05": "hold"]
        let catalogue = try Self.catalogue()
        for rule in try ShippedPolicies.policy(named: name).rules where !Self.additions.contains(rule.id) {
            let known = try #require(catalogue.first { $0.id == rule.id })
            #expect(rule.slug == known.slug)
            #expect(rule.effect.rawValue == bettered[rule.id] ?? known.verdict, "\(rule.id)")
            // Nothing is overridden where a rule says accept; for that the catalogue has a dash.
            #expect(rule.override.rawValue == known.override || known.override == "-", "\(rule.id)")
            #expect(rule.law == known.law)
        }
    }

    @Test("gdpr has the rules that today's facts can decide")
    func rules() throws {
        let expected: Set = [
            "L08", "L14", "L15", "L16", "L17", "L18", "L19", "L20",
            "S03", "S04", "S05", "S06a", "S06b", "S07", "S08", "S09", "S10", "S11", "S12", "S13", "S14",
            "S16",
            "S17", "S18", "S19",
            "L01", "L02", "L03", "L04", "L05", "L07", "L09", "L10", "L11", "L12", "L13", "S01", "S02", "S15",
            "S20",
            "C01",
            "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C11", "C16", "D01", "D02", "D03", "D07", "H01",
            "H03",
            "H05",
            "H06", "H09", "X01",
        ]
        #expect(Set(try ShippedPolicies.policy(named: "gdpr").rules.map(\.id)) == expected)
    }

    @Test("a rule has the same text in both")
    func sameText() throws {
        let gdpr = try ShippedPolicies.policy(named: "gdpr").rules
        for rule in try ShippedPolicies.policy(named: "linkedin-only").rules {
            let other = try #require(gdpr.first { $0.id == rule.id })
            #expect((rule.reason, rule.cure) == (other.reason, other.cure))
            #expect((rule.effect, rule.override) == (other.effect, other.override))
            #expect(rule.facts == other.facts)
        }
    }

    @Test("no cure asks anybody to ask for consent by mail", arguments: ShippedPolicies.names)
    func cures(name: String) throws {
        for rule in try ShippedPolicies.policy(named: name).rules {
            let cure = rule.cure.lowercased()
            for forbidden in [
                "re-consent", "reconsent", "send ", "mail them", "e-mail them", "write to them", "ask them",
            ] {
                #expect(!cure.contains(forbidden), "\(rule.id): \(rule.cure)")
            }
        }
    }

    /// Facts without which somebody may pass: they tell only against a contact, and only where they are known.
    static let harmless: Set<Fact> = [
        // Not asked for by a rule.
        .recordIsReturn,
        // Asked for only of a yes that was written down late.
        .recordGrade,
        // Speaks against people without an explicit opt-in, and only where it is known: most lists do not tell it.
        .rowOrigin,
        // Asked for only of people without a yes.
        .recordOtherPurpose,
        // One of two that are enough for S01; without both it rejects.
        .recordExplicit, .rowLinkedIn,
        // One of two that are enough.
        .rowSourceKnown,
        // Asked for only of people without an explicit opt-in.
        .rowNameInSource, .rowInSource,
        // Tells of the file and decides nothing.
        .listLinkedInExport,
        // The only use is against a yes from the future; the program always tells it.
        .runNow,
    ]

    @Test("gdpr lets nobody pass of whom something needed is unknown")
    func unknownKeepsOut() throws {
        let policy = try ShippedPolicies.policy(named: "gdpr")
        let complete = try #require(ShippedPolicies.examples(named: "gdpr").examples.first).facts
        #expect(policy.judge(complete).verdict == .accept)
        for fact in complete.known {
            var facts = complete
            facts.forget(fact)
            let isAccepted = policy.judge(facts).verdict == .accept
            #expect(isAccepted == Self.harmless.contains(fact), "\(fact.name)")
        }
        #expect(policy.judge(Facts()).verdict == .reject)
        var nobodyKnows = complete
        nobodyKnows.forget(.recordExplicit)
        nobodyKnows.forget(.rowLinkedIn)
        #expect(policy.decisiveRule(of: policy.judge(nobodyKnows))?.id == "S01")
    }

    @Test("somebody without a record is told so once")
    func oneFinding() throws {
        let policy = try ShippedPolicies.policy(named: "gdpr")
        let examples = try ShippedPolicies.examples(named: "gdpr")
        let stranger = try #require(examples.examples.first { $0.name == "Nothing is recorded" })
        #expect(policy.rules(of: policy.judge(stranger.facts)).map(\.id) == ["L01"])
        let missing = try #require(examples.examples.first { $0.name == "No address" })
        #expect(policy.rules(of: policy.judge(missing.facts)).map(\.id) == ["H03"])
    }

    @Test(
        "gdpr tells the most telling first",
        arguments: [
            (["subject.suppressed": "true", "record.state": "objected"], "D02"),
            (["record.state": "withdrawn", "row.linkedin": "true", "record.explicit": "false"], "D01"),
            (["record.state": "none", "row.linkedin": "true", "record.explicit": "false"], "S01"),
            (["row.address": "missing", "row.linkedin": "true", "record.explicit": "false"], "S01"),
            (["row.address": "malformed", "record.state": "none"], "H03"),
            (["row.mailbox": "system", "record.state": "none"], "H06"),
            (["record.state": "none", "record.otherPurpose": "true"], "C01"),
            (["record.evidence": "altered", "wording.preTicked": "true"], "L04"),
            (["record.evidence": "none", "row.repeated": "true"], "L03"),
            (["row.ragged": "true", "row.repeated": "true"], "H09"),
        ])
    func telling(told: [String: String], rule: String) throws {
        let policy = try ShippedPolicies.policy(named: "gdpr")
        var facts = try #require(ShippedPolicies.examples(named: "gdpr").examples.first).facts
        for (name, text) in told {
            let fact = try #require(Fact(named: name))
            facts[fact] = fact.type == .boolean ? .boolean(text == "true") : .name(text)
        }
        #expect(policy.decisiveRule(of: policy.judge(facts))?.id == rule)
    }
}
