import Cryptography
import Database
import Files
import MerkleLog

extension LedgerError {
    /// Turns whatever a floor below threw into an error that a person can act on.
    init(describing error: any Error, home: LedgerHome) {
        switch error {
        case let error as LedgerError: self = error
        case let error as FileError:
            let code: Code = error.code == .missing ? .missing : .storage
            self.init(code, error.description, hint: "Look at the folder \(home.path).")
        case let error as DatabaseError: self.init(database: error)
        case let error as Schema.Mismatch: self.init(schema: error, home: home)
        case is TileError, is ProofError:
            self.init(
                .corrupt, "The log's tiles do not fit its size.", hint: "Restore log.db from a backup.")
        default:
            self.init(
                .storage, "The ledger in \(home.path) failed: \(error)", hint: "Run consentgate doctor.")
        }
    }

    private init(database error: DatabaseError) {
        if error.isCorruption {
            self.init(
                .corrupt, "\(error.path) is damaged: \(error.message).",
                hint: "Restore it from a backup, then run consentgate verify.")
        } else if error.isFull {
            self.init(
                .storage, "The disk is full at \(error.path).",
                hint: "Make room and run the command again; what was answered before is safe.")
        } else if error.isReadOnly {
            self.init(
                .storage, "\(error.path) may not be written to.",
                hint: "Check who owns the ledger's folder; a program that reads it writes beside it, too.")
        } else if error.isInputOutput {
            self.init(
                .storage,
                "\(error.path) could not be read or written: the disk failed, is full, or a limit is reached.",
                hint:
                    "Look at the disk and run the command again: an act that was recorded is answered and not repeated."
            )
        } else if error.isBusy {
            self.init(
                .storage, "Another program holds \(error.path).",
                hint: "Wait for it to finish and run the command again.")
        } else {
            self.init(
                .storage, "\(error.path): \(error.message).",
                hint: "Run the command again: an act that was recorded already is answered and not repeated.")
        }
    }

    private init(schema error: Schema.Mismatch, home: LedgerHome) {
        switch error {
        case .foreign:
            self.init(
                .foreign, "A database in \(home.path) does not belong to a consent ledger.",
                hint: "Choose another folder with --home, or restore the ledger's own files.")
        case .empty(let path):
            self.init(
                .corrupt, "\(path) is empty.", hint: "Restore it from a backup, then run consentgate verify.")
        case .newer(let found, let known):
            self.init(
                .newer, "The ledger in \(home.path) has format \(found); this program knows \(known).",
                hint: "Use a newer consentgate.")
        }
    }
}
