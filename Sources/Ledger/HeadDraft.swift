import Files
import MerkleLog
import Workers

/// The head that is to be when the log has its commit: its bytes go to the disk while those of the log do.
///
/// It takes its place only after the log; one that is given up leaves nothing.
final class HeadDraft {
    private var file: StagedFile
    private let thread: Aside

    private static let token = "head"

    /// Writes a checkpoint beside the head; the caller holds the ledger's lock.
    init(_ checkpoint: VerifiedCheckpoint, home: LedgerHome) throws {
        // What lies beside the head was left by a process that is dead.
        try StagedFile.removeLeftover(of: home.head, token: Self.token)
        var file = try StagedFile(path: home.head, mode: 0o600, token: Self.token)
        try file.write(Array(checkpoint.note.serialized.utf8))
        let bytes = try file.beginSealing()
        self.file = file
        thread = Aside { bytes.run() }
    }

    /// Puts it in the head's place; returns when it is on the disk there.
    func commit() throws { try file.commit() }
}
