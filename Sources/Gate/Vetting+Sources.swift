import Consent
import Ledger
import Policies

extension Vetting {
    /// What is told of registered sources whose fingerprints are gone.
    ///
    /// Under a policy that asks everybody for a record nobody passes for that. Under one that lets strangers pass, the
    /// people of those lists would, and so nobody is vetted.
    ///
    /// - Throws: ``GateError/Code/sourceMissing``.
    func lostSources() throws -> [VettingResult.Warning] {
        let lost = try ledger.sources().count { $0.condition == .missing }
        guard lost > 0 else { return [] }
        let what =
            lost == 1
            ? "The fingerprints of a registered source are gone"
            : "The fingerprints of \(lost) registered sources are gone"
        let cure =
            "Restore sources.db from a backup, or register the same file again with consentgate source add."
        guard !letsStrangersPass else {
            throw GateError(
                .sourceMissing,
                "\(what), and the policy \(request.policy.policy.id) would let their people pass.",
                hint: "\(cure) Until then nobody is vetted by this policy.")
        }
        return [
            .init(
                code: "source-missing", text: "\(what): their people were not looked for. \(cure)",
                count: UInt64(clamping: lost))
        ]
    }

    /// Whether the policy accepts somebody of whom nothing at all is known.
    private var letsStrangersPass: Bool {
        let run = RunFacts(ledger: ledger, purpose: request.purpose, now: ledger.now)
        var facts = run.bareRow(mailbox: .personal)
        facts.set(.rowSourceKnown, to: true)
        run.fill(&facts, with: .unknown)
        return request.policy.policy.judge(facts).verdict == .accept
    }
}
