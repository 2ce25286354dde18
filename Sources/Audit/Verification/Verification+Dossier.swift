import Files
public import MerkleLog

extension Verification {
    /// Verifies a dossier from its own files alone: every receipt, every file of evidence, and that the dossier says
    /// what the receipts prove.
    ///
    /// - Parameters:
    ///   - folder: The dossier.
    ///   - key: The log's verifier key; nil for the one in `vkey`.
    ///   - trust: Whose time and which witnesses are trusted.
    public static func dossier(
        _ folder: String, key: VerifierKey? = nil, trust: VerificationTrust = VerificationTrust()
    ) throws -> Verification {
        try AuditError.translating {
            var result = Verification(.dossier, at: folder)
            let key = result.settle(key, in: folder)
            let name = LogExport.checkpointName
            if let key {
                let bytes = try? InputFile.contents(
                    of: Path.join(folder, name), limit: SignedNote.maximumByteCount)
                if let note = bytes.flatMap({ try? SignedNote(parsing: $0) }),
                    let checkpoint = try? key.verified(note, origin: key.name)
                {
                    result.checkpoint = checkpoint
                } else {
                    result.find(name, "it is missing or not signed by the key")
                }
            }
            var examination = DossierExamination(folder: folder, key: key, result: result)
            try examination.run()
            result = examination.result
            try result.holdTimestamps(in: folder, trust)
            result.hold(against: trust.policy)
            return result
        }
    }
}
