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
            let `default`: String
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
        #expect(
            ShippedPolicies.names == [
                "austria", "casl", "france-b2b", "gdpr", "linkedin-only", "migration", "strict-de",
                "switzerland",
                "uk-pecr", "uk-soft-opt-in", "us-minimum",
            ])
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

    /// The catalogue as it is by default.
    static func bare(_ language: Language = .english) throws -> Policy {
        try Policy(
            parsing: "policy: bare\ntitle: Bare\ndescription: For tests.\nextends: catalogue\n",
            file: "bare.yaml", language: language)
    }

    @Test("every rule has the catalogue's slug, verdict, override and law")
    func likeTheCatalogue() throws {
        // H05 is a hold here: a second copy of an address must not be mailed twice, so it cannot stay in. What the
        // catalogue says of whole lists in S09, S14 and S18 is asked of each contact, which nothing here compares.
        // D13 is told and no more: a fresh act of the person counts at once, and profiles may hold it.
        let bettered = ["H05": "hold", "D13": "warn"]
        let catalogue = try Self.catalogue()
        let policy = try Self.bare()
        for rule in policy.rules + policy.rulesOff where !Self.additions.contains(rule.id) {
            let known = try #require(catalogue.first { $0.id == rule.id })
            #expect(rule.slug == known.slug)
            #expect(rule.effect.rawValue == bettered[rule.id] ?? known.verdict, "\(rule.id)")
            // Nothing is overridden where a rule says accept; for that the catalogue has a dash.
            #expect(rule.override.rawValue == known.override || known.override == "-", "\(rule.id)")
            #expect(rule.law == known.law)
        }
        for rule in policy.rulesKept {
            let known = try #require(catalogue.first { $0.id == rule.id })
            #expect((rule.slug, rule.law) == (known.slug, known.law))
        }
    }

    @Test("every id of the catalogue is a rule, or kept by the program")
    func rules() throws {
        let policy = try Self.bare()
        let ids = (policy.rules + policy.rulesOff).map(\.id) + policy.rulesKept.map(\.id)
        #expect(ids.sorted() == RuleCatalogue.ids.sorted())
        #expect(Set(policy.rulesKept.map(\.id)) == ["L06", "X08", "X12", "X13"])
    }

    @Test("a rule is on by default as in the catalogue")
    func defaults() throws {
        // Off there and off here; of the additions those that a profile must want.
        let off = try Set(Self.catalogue().filter { $0.default.hasPrefix("off") }.map(\.id))
        #expect(Set(try Self.bare().rulesOff.map(\.id)) == off.union(["T10", "T11", "B07", "B08"]))
    }

    @Test("a rule means the same in every policy", arguments: ShippedPolicies.names)
    func sameText(name: String) throws {
        let bare = try Self.bare()
        let policy = try ShippedPolicies.policy(named: name)
        for rule in policy.rules + policy.rulesOff {
            let other = try #require((bare.rules + bare.rulesOff).first { $0.id == rule.id })
            #expect((rule.reason, rule.cure, rule.law) == (other.reason, other.cure, other.law))
            #expect((rule.override, rule.scope, rule.basis) == (other.override, other.scope, other.basis))
        }
        #expect(policy.rulesKept == bare.rulesKept)
    }

    @Test("no rule that nobody may override is missing from a policy", arguments: ShippedPolicies.names)
    func neverOff(name: String) throws {
        let never = try Self.bare().rules.filter { $0.override == .never }
        let policy = try ShippedPolicies.policy(named: name)
        for rule in never {
            let here = try #require(policy.rules.first { $0.id == rule.id }, "\(rule.id)")
            #expect(here.effect == rule.effect)
        }
    }

    @Test("every rule is told in every language")
    func languages() throws {
        let (english, german) = (try Self.bare(), try Self.bare(.german))
        for (one, other) in zip(english.rules + english.rulesOff, german.rules + german.rulesOff) {
            #expect(one.id == other.id)
            #expect(one.reason != other.reason, "\(one.id)")
            #expect(one.cure != other.cure, "\(one.id)")
        }
    }

    @Test("the German texts address nobody")
    func withoutAddressing() throws {
        let policy = try Self.bare(.german)
        for rule in policy.rules + policy.rulesOff {
            for text in [rule.reason, rule.cure] {
                #expect(!text.contains(/\b(Ihre?[nmrs]?|Ihnen)\b/), "\(rule.id): \(text)")
            }
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
        "somebody without a record in a country with its own law is told so twice at most",
        arguments: ["AT", "AU", "BR", "CA", "CH", "DE", "ES", "FR", "GB", "IE", "IT", "JP", "PL", "US"])
    func fewFindings(country: String) throws {
        let policy = try ShippedPolicies.policy(named: "gdpr")
        let examples = try ShippedPolicies.examples(named: "gdpr").examples
        var facts = try #require(examples.first { $0.name == "Nothing is recorded" }).facts
        facts.set(.rowCountry, name: country)
        facts.set(.rowCountryTold, to: true)
        let judgement = policy.judge(facts)
        #expect(policy.decisiveRule(of: judgement)?.id == "L01")
        let findings = policy.rules(of: judgement)
        #expect(findings.count <= 2, "\(findings.map(\.id))")
        #expect(findings.allSatisfy { $0.id == "L01" || $0.behind.contains("L01") })
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
