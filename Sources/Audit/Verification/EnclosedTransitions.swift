import Files
import Ledger
public import MerkleLog

/// The changes of a log's key that lie with what they verify, in exports and dossiers.
///
/// `transitions/<size>.tlog-proof` is the receipt of the record of a change (C2SP tlog-proof), in the checkpoint with so
/// many entries that ends with it and that both keys signed.
enum EnclosedTransitions {
    static let folder = "transitions"

    private static let ending = ".tlog-proof"

    /// The name of the file of a change.
    static func name(_ size: UInt64) -> String { "\(folder)/\(size)\(ending)" }

    /// The files of all changes that a ledger made.
    static func files(of ledger: Ledger) throws -> [(name: String, bytes: [UInt8])] {
        try ledger.keySuccession.transitions.map { (name($0.size), Array($0.proof.serialized.utf8)) }
    }

    /// Reads what lies in a folder; what cannot be read is told with its name.
    static func read(
        in folder: String, onProblem: (_ name: String, _ problem: String) -> Void
    ) -> [KeyTransition] {
        let names = (try? Folder.names(in: Path.join(folder, Self.folder))) ?? []
        // A log has a handful of them; whoever puts in more is not followed without end.
        return names.sorted().prefix(1000).compactMap { last in
            let name = "\(Self.folder)/\(last)"
            do {
                let bytes = try InputFile.contents(of: Path.join(folder, name), limit: 1 << 20)
                let transition = try KeyTransition(reading: TransparencyProof(parsing: bytes))
                guard name == Self.name(transition.size) else {
                    onProblem(name, "it is of \(transition.size) entries, and its name says otherwise")
                    return nil
                }
                return transition
            } catch {
                onProblem(name, "\(error)")
                return nil
            }
        }
    }
}

extension Verification {
    /// The changes of a log's key that lie in an exported log or a dossier, to be followed by other verifications.
    ///
    /// Each was checked by itself: both keys signed it.
    ///
    /// - Throws: ``AuditError/Code/unrecognised`` where one does not hold, or there are none.
    public static func transitions(in folder: String) throws -> [KeyTransition] {
        var problem: String?
        let found = EnclosedTransitions.read(in: folder) { name, what in problem = "\(name): \(what)" }
        if let problem {
            throw AuditError(
                .unrecognised, "\(folder): \(problem)",
                hint: "Take another copy of the exported log.")
        }
        guard !found.isEmpty || PrivateFile.exists(Path.join(folder, LogExport.checkpointName)) else {
            throw AuditError(
                .unrecognised, "\(folder) is no exported log.",
                hint: "Name a folder that consentgate log export wrote.")
        }
        return found
    }
}
