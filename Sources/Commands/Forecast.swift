import CanonicalJSON
import Consent
import Gate
import Ledger
import Policies

/// What a policy would do with a contact of whom a list says nothing but the address.
struct Forecast {
    /// By which policy.
    let policy: String
    /// Where the contact would go.
    let verdict: Verdict
    /// The rule that would be told; nil where the contact would be accepted.
    let rule: Rule?

    /// Judges a subject as it stands, or stood at a moment of the past.
    init(
        of address: EmailAddress, for purpose: Purpose, ledger: Ledger, policy chosen: ChosenPolicy,
        asOf: AsOf? = nil
    ) throws {
        let (facts, releases) = try Self.facts(of: address, for: purpose, ledger: ledger, asOf: asOf)
        let judgement = chosen.policy.judge(facts, releasing: chosen.policy.lifted(by: releases))
        policy = chosen.policy.id
        verdict = judgement.verdict
        rule = chosen.policy.decisiveRule(of: judgement)
    }

    /// The facts of a row that tells nothing but the address, and what was released for it.
    ///
    /// - Parameters:
    ///   - asOf: The moment for which is asked, with what the ledger knew then; nil for now.
    ///   - declared: What is declared of the contact and the sending, beside what is remembered.
    static func facts(
        of address: EmailAddress, for purpose: Purpose, ledger: Ledger, asOf: AsOf? = nil,
        declared: ToldFacts? = nil
    ) throws -> (facts: Facts, releases: [Release]) {
        let run = RunFacts(
            ledger: ledger, purpose: purpose, now: asOf?.moment ?? ledger.now, declared: declared,
            knowledge: try asOf.map { try ledger.openKnowledge(asOf: $0) })
        var facts = run.bareRow(mailbox: Mailbox(of: address))
        let standing = try ledger.standings(of: [address], for: purpose, asOf: asOf).first ?? .unknown
        run.fill(&facts, with: standing)
        return (facts, standing.releases)
    }

    /// `would be held: text not kept (L07)`.
    var sentence: String {
        let going =
            switch verdict {
            case .accept: "would be accepted"
            case .hold: "would be held"
            case .reject: "would be rejected"
            }
        guard let rule else { return going }
        return "\(going): \(rule.slug.replacing("-", with: " ")) (\(rule.id))"
    }

    /// For programs.
    var json: JSONValue {
        .object(of: [
            "policy": .string(policy), "verdict": .string(verdict.rawValue),
            "rule": rule.map { .string($0.id) }, "slug": rule.map { .string($0.slug) },
            "reason": rule.map { .string($0.reason) }, "cure": rule.map { .string($0.cure) },
        ])
    }
}
