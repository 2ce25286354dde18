import ArgumentParser
import Files
import Ledger
import MerkleLog

/// Which log a new one succeeds, because it could not go on.
struct SuccessionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The last checkpoint that is known of a log that cannot go on, such as its file head.",
            valueName: "file"), completion: .file())
    var succeeding: String?

    @Option(
        help: ArgumentHelp(
            "The verifier key of that log, if it is known: its text, or a file.", valueName: "vkey|file"),
        completion: .file())
    var succeedingKey: String?

    /// What the first entry of the new log says; nil where it succeeds none.
    func predecessor() throws -> Predecessor? {
        guard let succeeding else {
            guard succeedingKey == nil else {
                throw Complaint(
                    "--succeeding-key is about --succeeding, which is not given.",
                    hint: "Name the last checkpoint of the old log, too: --succeeding FILE")
            }
            return nil
        }
        let note = try VerifierKeyReading.checkpoint(succeeding)
        let key = try succeedingKey.map(VerifierKeyReading.key)
        do throws(CheckpointError) { return try Predecessor(note, key: key) } catch {
            throw Complaint(
                "\(succeeding): \(error.what).",
                hint: "Name the last checkpoint of the old log, and the key that signed it.")
        }
    }

    /// The do-not-mail list that lies beside the checkpoint, where that is the `head` of a ledger.
    func inheritance() -> LedgerInheritance? {
        guard let succeeding else { return nil }
        let folder = Path.split(Folder.resolved(succeeding)).folder
        return LedgerInheritance(from: LedgerHome(path: folder))
    }
}
