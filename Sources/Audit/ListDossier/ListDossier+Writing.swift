import CanonicalJSON
import Consent
public import Ledger
import MerkleLog

extension ListDossier {
    /// Writes the dossier into a folder or an archive that only its owner may read: all of it, or nothing.
    ///
    /// - Parameters:
    ///   - place: Where it will be.
    ///   - ledger: The ledger it was gathered from, which has the timestamps.
    /// - Throws: ``AuditError/Code/occupied``, or ``AuditError/Code/storage``.
    public func write(to place: DossierPlace, from ledger: Ledger) throws {
        try DossierPacker.pack(into: place, madeAt: madeAt) { packer in
            try packer.write(SubjectDossier.receiptName(trail.run), receipt.serialized)
            if let adoption {
                try packer.write(SubjectDossier.receiptName(adoption.rid), adoption.receipt.serialized)
            }
            for shown in wordings {
                try packer.write(SubjectDossier.receiptName(shown.rid), shown.receipt.serialized)
                try packer.write(shown.fileName, shown.wording.text)
            }
            for (place, file) in notes.policyFiles.enumerated() {
                try packer.write(Self.fileName(of: file, place), file.text)
            }
            let stamps = try EnclosedTimestamps.files(of: ledger, covering: [trail.index])
            for file in try stamps + EnclosedTransitions.files(of: ledger) {
                try packer.write(file.name, file.bytes)
            }
            try packer.writeFrame(
                page: try page(), json: json, schema: .list, guide: DossierGuide.list,
                checkpoint: trail.checkpoint, key: trail.verifierKey)
        }
    }
}
