package import Consent

/// What a dossier tells beside what the ledger holds: why it is made, by which program, and what its policy says.
///
/// Verdicts and the words of rules come from floors that the audit does not see, and are handed in.
package struct DossierNotes: Sendable {
    /// The policy that was in force.
    package struct PolicyNote: Hashable, Sendable {
        /// Its id.
        package let id: String
        /// The digest by which vettings name it, 64 hexadecimal digits.
        package let sha256: String
        /// Where it was found: `shipped`, `home`, `log` or `file`.
        package let source: String
        /// Since when it is in force by adoption; nil where none was adopted and the default counts.
        package let adoptedAt: Instant?

        /// A note with all its parts.
        package init(id: String, sha256: String, source: String, adoptedAt: Instant?) {
            (self.id, self.sha256, self.source, self.adoptedAt) = (id, sha256, source, adoptedAt)
        }
    }

    /// What a policy would do with a row that tells nothing but the address.
    package struct VerdictNote: Hashable, Sendable {
        /// Where the contact would go.
        package let verdict: Verdict
        /// The rule that would be told; nil where none keeps the contact out.
        package let rule: String?

        /// A note with both its parts.
        package init(_ verdict: Verdict, rule: String?) { (self.verdict, self.rule) = (verdict, rule) }
    }

    /// What a rule is called and says.
    package struct RuleNote: Hashable, Sendable {
        /// Its short name.
        package let slug: String
        /// What people are told.
        package let reason: String
        /// Where the rule comes from.
        package let law: String

        /// A note with all its parts.
        package init(slug: String, reason: String, law: String) {
            (self.slug, self.reason, self.law) = (slug, reason, law)
        }
    }

    /// A file of a policy.
    package struct PolicyFile: Hashable, Sendable {
        /// Its name, the same wherever it lies.
        package let name: String
        /// Its text.
        package let text: String

        /// A file with both its parts.
        package init(name: String, text: String) { (self.name, self.text) = (name, text) }
    }

    /// The program and its version.
    package var program = "consentgate"
    /// For which request or case the dossier is made, in the words of whoever asked for it.
    package var caseText: String?
    /// For which moment of the past; nil for now.
    package var asOf: AsOf?
    /// The policy that was in force; nil where nobody told.
    package var policy: PolicyNote?
    /// The files of the policy by which a list was vetted, its own first; empty where they are not at hand.
    package var policyFiles: [PolicyFile] = []
    /// What that policy would do, by purpose.
    package var verdicts: [Purpose: VerdictNote] = [:]
    /// The rules by their id.
    package var rules: [String: RuleNote] = [:]
    /// How long what is kept of a person is kept; nil where nobody told by which schedule.
    package var kept: [KeptItem]?
    /// What facts mean, by their name as in `sending.oneClick`.
    package var facts: [String: String] = [:]

    /// Nothing beside what the ledger holds.
    package init() {}

    /// A rule as pages name it: `S01 linkedin-no-optin`.
    func title(ofRule id: String) -> String { rules[id].map { "\(id) \($0.slug)" } ?? id }
}
