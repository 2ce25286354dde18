import CanonicalJSON
import Consent
public import Ledger
import MerkleLog

extension SubjectDossier {
    /// Writes the dossier, then records that somebody looked, and for what.
    ///
    /// The next dossier tells of it, and so does the person's own copy. Of somebody of whom nothing is recorded this is
    /// not recorded either: it would be the first record of a person who is unknown, or who was erased.
    ///
    /// - Parameters:
    ///   - place: Where it will be.
    ///   - ledger: The ledger it was gathered from.
    /// - Throws: ``AuditError/Code/occupied``, ``AuditError/Code/storage``, or `LedgerError`.
    public func handOver(to place: DossierPlace, from ledger: Ledger) throws {
        try write(to: place, from: ledger)
        guard try !ledger.history(of: address).isEmpty else { return }
        var act = SubjectAct(.dossierMade, address: address, purpose: .everything)
        act.occurredAt = ledger.now
        act.reason = notes.caseText
        act.told["dossier"] = id
        _ = try ledger.record(act)
    }

    /// Writes the dossier into a folder that only its owner may read: all of it, or nothing.
    ///
    /// The files are made in a hidden folder beside the place, which is renamed at last.
    ///
    /// - Parameters:
    ///   - folder: Where it will be; nothing or an empty folder may be there.
    ///   - ledger: The ledger it was gathered from, which still has the copies of evidence.
    /// - Throws: ``AuditError/Code/occupied``, or ``AuditError/Code/storage``.
    public func write(to folder: String, from ledger: Ledger) throws {
        try write(to: .folder(folder), from: ledger)
    }

    /// Writes the dossier into a folder or an archive: all of it, or nothing.
    ///
    /// - Parameters:
    ///   - place: Where it will be.
    ///   - ledger: The ledger it was gathered from, which still has the copies of evidence.
    /// - Throws: ``AuditError/Code/occupied``, or ``AuditError/Code/storage``.
    public func write(to place: DossierPlace, from ledger: Ledger) throws {
        try DossierPacker.pack(into: place, madeAt: madeAt) { packer in
            for entry in entries {
                try packer.write(Self.receiptName(entry.record.rid), entry.receipt.serialized)
                // One record's files at a time: there may be many, of 32 MiB each.
                for file in try ledger.evidence(of: entry.record.rid) {
                    if let content = file.content {
                        try packer.write(Self.evidenceName(file.evidence), content)
                    }
                }
            }
            for shown in wordings {
                try packer.write(Self.receiptName(shown.rid), shown.receipt.serialized)
                try packer.write(shown.fileName, shown.wording.text)
            }
            for vetting in vettings {
                try packer.write(Self.receiptName(vetting.run), vetting.receipt.serialized)
            }
            let stamps = try EnclosedTimestamps.files(of: ledger, covering: entries.map(\.record.index))
            for file in try stamps + EnclosedTransitions.files(of: ledger) {
                try packer.write(file.name, file.bytes)
            }
            try packer.writeFrame(
                page: try page(), json: json, schema: .subject, guide: DossierGuide.subject,
                checkpoint: checkpoint, key: verifierKey)
        }
    }
}
