/// A fact that was told with an act, as a page writes it.
struct ToldFact {
    /// What the fact is, in words where the notes or this program know them.
    let label: String
    /// Its value.
    let value: String

    /// A fact of a record.
    ///
    /// - Parameters:
    ///   - name: Its name in the record, as `evidenceKind`.
    ///   - value: Its value there.
    ///   - notes: Where the meaning of facts stands.
    init(_ name: String, _ value: String, _ notes: DossierNotes) {
        label = Self.own[name] ?? notes.facts["record.\(name)"] ?? "Told: \(name)"
        self.value = Self.truths[value] ?? value
    }

    /// What a page writes for what is so, and for what is not.
    static let truths = ["true": "yes", "false": "no"]

    /// Facts that the ledger itself writes, of requests, copies and restrictions.
    private static let own = [
        "kind": "Asked for", "received": "Received on", "due": "The answer is due on",
        "answer": "Answer", "request": "Belongs to request", "digest": "SHA-256 of what was handed over",
        "dossier": "Dossier", "restriction.until": "Kept until",
        "restriction.basis": "Kept because of (GDPR)",
    ]
}
