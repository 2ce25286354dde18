import CanonicalJSON
package import Ledger
import Policies

/// What it takes to let a held row pass.
package struct Releasing {
    private let policy: ChosenPolicy
    private let run: OpenRecord

    /// Refuses a policy that is not the one by which the list was vetted: its rules may allow something else.
    package init(run: OpenRecord, policy: ChosenPolicy) throws {
        guard let used = run["policy"]?["sha256"]?.text, used == policy.sha256 else {
            let id = run["policy"]?["id"]?.text ?? "another"
            throw GateError(
                .notReleasable,
                "The list was vetted by another version of the policy \(id), or by another policy.",
                hint: "Vet the list again, and release the row of the new vetting.")
        }
        self.run = run
        self.policy = policy
    }

    /// The rules of a held row that a release by somebody in a role would lift.
    ///
    /// - Parameter wanted: Some of them, by id; all that held the row unless given.
    /// - Throws: ``GateError`` if one of them is not the role's to release.
    package func rules(of row: HeldRow, as role: ReleaseTerms.Role, only wanted: [String]) throws -> [String]
    {
        let holds = row.rules.compactMap { id in policy.policy.rules.first { $0.id == id } }
            .filter { $0.effect == .hold }
        for id in wanted where !holds.contains(where: { $0.id == id }) {
            throw GateError(
                .notReleasable, "Row \(row.row) was not held by the rule \"\(id)\".",
                hint: "It was held by: \(holds.map(\.id).joined(separator: ", ")).")
        }
        let meant = wanted.isEmpty ? holds : holds.filter { wanted.contains($0.id) }
        guard !meant.isEmpty else {
            throw GateError(
                .notReleasable, "No rule of the policy held row \(row.row).", hint: "Vet the list again.")
        }
        for rule in meant where !rule.canBeReleased(by: role) {
            let who =
                rule.override == .never ? "nobody may release it" : "only the data protection officer may"
            throw GateError(
                .notReleasable, "Rule \(rule.id) (\(rule.slug)) holds row \(row.row), and \(who).",
                hint: rule.override == .never ? rule.cure : "Release it with --role dpo. Or: \(rule.cure)")
        }
        return meant.map(\.id)
    }

    /// Whether the policy wants a second person for it.
    package var needsConfirmation: Bool { policy.policy.needsFourEyes }
}
