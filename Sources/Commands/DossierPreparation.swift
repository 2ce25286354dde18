import Audit
import CanonicalJSON
import Consent
import Gate
import Ledger
import Policies
import Retention

/// Gathers what a dossier tells beside what the ledger holds: program, policy, verdicts, and what rules and facts mean.
struct DossierPreparation {
    let ledger: Ledger
    let caseText: String?
    let asOf: AsOf?

    /// For the dossier of a person.
    func notes(of address: EmailAddress) throws -> DossierNotes {
        var notes = bare
        let chosen = try PolicyChoice.adopted(in: ledger, at: asOf?.moment)
        let adopted =
            if let asOf { try ledger.adoptedPolicy(at: asOf.moment) } else { ledger.adoptedPolicy }
        notes.policy = .init(
            id: chosen.policy.id, sha256: chosen.sha256, source: chosen.source.name,
            adoptedAt: adopted?.sha256 == chosen.sha256 ? adopted?.at : nil)
        add(chosen.policy, to: &notes)
        notes.kept = try PersonRetention(chosen.policy, in: ledger).items(of: address)
        for purpose in ledger.purposes {
            let forecast = try Forecast(
                of: address, for: purpose, ledger: ledger, policy: chosen, asOf: asOf)
            notes.verdicts[purpose] = .init(forecast.verdict, rule: forecast.rule?.id)
        }
        // Rules of other policies that vettings of the past named.
        if let catalogue = try? ShippedPolicies.policy(named: ShippedPolicies.defaultName) {
            add(catalogue, to: &notes)
        }
        return notes
    }

    /// For the dossier of a list.
    func notes(ofRun name: String) throws -> DossierNotes {
        var notes = bare
        let run = try Typed.run(name, in: ledger)
        guard let id = run["policy"]?["id"]?.text, let sha256 = run["policy"]?["sha256"]?.text else {
            return notes
        }
        if let chosen = try policy(id, sha256, before: run) {
            notes.policy = .init(
                id: id, sha256: sha256, source: chosen.source.name, adoptedAt: nil)
            notes.policyFiles = PolicyDigest.files(of: chosen.policy).map {
                .init(name: $0.name, text: $0.text)
            }
            add(chosen.policy, to: &notes)
        }
        return notes
    }

    private var bare: DossierNotes {
        var notes = DossierNotes()
        notes.program = "consentgate \(ProgramVersion.text)"
        notes.caseText = caseText
        notes.asOf = asOf
        for fact in Fact.allCases {
            // It stands as a name before a value, and not as a sentence.
            let meaning = fact.definition.meaning
            notes.facts[fact.name] = meaning.last == "." ? String(meaning.dropLast()) : meaning
        }
        for detail in NoticeDetail.allCases { notes.facts[detail.name] = detail.title }
        return notes
    }

    /// The policy of a digest: the adopted text in the log, or the one that is found by its name, if it is the same still.
    private func policy(_ id: String, _ sha256: String, before run: OpenRecord) throws -> ChosenPolicy? {
        if let adopted = try ledger.adoptedPolicies.last(where: { $0.sha256 == sha256 }),
            let chosen = try? PolicyChoice.adopted(in: ledger, at: adopted.at), chosen.sha256 == sha256
        {
            return chosen
        }
        let named = [ledger.home as LedgerHome?, nil].lazy.compactMap {
            try? PolicyChoice.resolve(id, home: $0)
        }
        return named.first { $0.sha256 == sha256 }
    }

    private func add(_ policy: Policy, to notes: inout DossierNotes) {
        for rule in policy.rules where notes.rules[rule.id] == nil {
            notes.rules[rule.id] = .init(slug: rule.slug, reason: rule.reason, law: rule.law)
        }
    }
}
