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

    /// Judges a subject as it stands now.
    init(
        of address: EmailAddress, for purpose: Purpose, ledger: Ledger, policy chosen: ChosenPolicy
    ) throws {
        let run = RunFacts(ledger: ledger, purpose: purpose, now: ledger.now)
        var facts = run.bareRow(mailbox: Mailbox(of: address))
        for standing in try ledger.standings(of: [address], for: purpose) {
            run.fill(&facts, with: standing)
        }
        let judgement = chosen.policy.judge(facts)
        policy = chosen.policy.id
        verdict = judgement.verdict
        rule = chosen.policy.decisiveRule(of: judgement)
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
