import Files
public import MerkleLog

extension Verification {
    /// Verifies a dossier from its own files alone: every receipt, every file of evidence, and that the dossier says
    /// what the receipts prove.
    ///
    /// - Parameters:
    ///   - folder: The dossier.
    ///   - key: The log's verifier key; nil for the one in `vkey`.
    ///   - transitions: Changes of the key from elsewhere; those that lie in the dossier are followed anyway.
    ///   - trust: Whose time and which witnesses are trusted.
    public static func dossier(
        _ folder: String, key: VerifierKey? = nil, transitions: [KeyTransition] = [],
        trust: VerificationTrust = VerificationTrust()
    ) throws -> Verification {
        try dossier(folder, key: key, transitions: transitions, trust: trust, shownAs: folder)
    }

    /// The same of a dossier that people know under another path.
    static func dossier(
        _ folder: String, key: VerifierKey?, transitions: [KeyTransition], trust: VerificationTrust,
        shownAs path: String
    ) throws -> Verification {
        try AuditError.translating {
            var result = Verification(.dossier, at: path)
            _ = result.settle(key, in: folder, through: transitions)
            let name = LogExport.checkpointName
            if let keys = result.keys {
                let bytes = try? InputFile.contents(
                    of: Path.join(folder, name), limit: SignedNote.maximumByteCount)
                if let note = bytes.flatMap({ try? SignedNote(parsing: $0) }),
                    let checkpoint = try? keys.verified(note)
                {
                    result.checkpoint = checkpoint
                } else {
                    result.find(name, "it is missing or not signed by the key")
                }
            }
            var examination = DossierExamination(folder: folder, keys: result.keys, result: result)
            try examination.run()
            result = examination.result
            try result.holdTimestamps(in: folder, trust)
            result.hold(against: trust.policy)
            return result
        }
    }
}
