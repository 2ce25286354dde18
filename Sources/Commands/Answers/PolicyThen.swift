import CanonicalJSON
import Consent
import Gate
import Ledger
import Policies

/// What the policy that was in force at a moment of the past would have done with a person.
struct PolicyThen {
    private let policy: ChosenPolicy
    private let adoptedAt: Instant?
    private let forecasts: [Purpose: Forecast]

    init(in ledger: Ledger, asOf: AsOf, of address: EmailAddress, purposes: [Purpose]) throws {
        let chosen = try PolicyChoice.adopted(in: ledger, at: asOf.moment)
        policy = chosen
        adoptedAt = try ledger.adoptedPolicy(at: asOf.moment)?.at
        forecasts = try Dictionary(
            purposes.map {
                ($0, try Forecast(of: address, for: $0, ledger: ledger, policy: chosen, asOf: asOf))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// `by the policy gdpr, adopted on …, would be accepted`.
    func sentence(for purpose: Purpose) -> String? {
        let how = adoptedAt.map { ", adopted on \($0)" } ?? " (none was adopted)"
        return forecasts[purpose].map { "By the policy \(policy.policy.id)\(how): \($0.sentence)." }
    }

    /// The verdict for programs.
    func verdict(for purpose: Purpose) -> JSONValue? { forecasts[purpose]?.json }

    /// The policy for programs.
    var json: JSONValue {
        .object(of: [
            "id": .string(policy.policy.id), "sha256": .string(policy.sha256),
            "adoptedAt": adoptedAt.map { .string($0.description) },
        ])
    }
}
