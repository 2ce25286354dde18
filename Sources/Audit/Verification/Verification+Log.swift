import Files
public import MerkleLog
import Workers

extension Verification {
    /// Verifies an exported log from its files alone: signature, every entry, every tile, the root, and that nothing
    /// else lies there.
    ///
    /// - Parameters:
    ///   - folder: A folder in the layout of C2SP tlog-tiles.
    ///   - key: The log's verifier key; nil for the one in `vkey`.
    ///   - older: A checkpoint that was seen earlier; the log must extend it.
    ///   - transitions: Changes of the key from elsewhere; those that lie with the log are followed anyway.
    ///   - trust: Whose time and which witnesses are trusted.
    ///   - threads: How many hash at once; nil for one on each processor.
    ///   - onProgress: Called now and then with the number of entries looked at and their total.
    public static func log(
        _ folder: String, key: VerifierKey? = nil, older: SignedNote? = nil,
        transitions: [KeyTransition] = [], trust: VerificationTrust = VerificationTrust(),
        threads: Int? = nil,
        onProgress: (UInt64, UInt64) -> Void = { _, _ in }
    ) throws -> Verification {
        try AuditError.translating {
            var result = Verification(.log, at: folder)
            let enclosed = result.settle(key, in: folder, through: transitions)
            let name = LogExport.checkpointName
            guard
                let bytes = try? InputFile.contents(
                    of: Path.join(folder, name), limit: SignedNote.maximumByteCount),
                let note = try? SignedNote(parsing: bytes), let claim = try? Checkpoint(parsing: note.text)
            else {
                result.find(name, "it is missing or is no checkpoint, so that nothing can be held against it")
                return result
            }
            if let keys = result.keys {
                do throws(CheckpointError) {
                    result.checkpoint = try keys.verified(note)
                } catch {
                    result.find(name, error.description)
                }
            }
            var examination = LogExamination(
                folder: folder, claim: claim, transitions: enclosed, result: result,
                workers: threads.map(Workers.init) ?? .ofMachine)
            try examination.run(older: older, onProgress: onProgress)
            result = examination.result
            try result.holdTimestamps(in: folder, trust)
            result.hold(against: trust.policy)
            return result
        }
    }
}
