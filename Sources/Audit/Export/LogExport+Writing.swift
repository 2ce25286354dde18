import Cryptography
import Files
public import Ledger
import MerkleLog

extension LogExport {
    /// Writes the log of a ledger up to its newest checkpoint, or brings an earlier export up to it.
    ///
    /// Full tiles never change and are written once. The checkpoint comes last, so that whoever reads it finds
    /// everything that it covers; only then are partial tiles removed that it has outgrown.
    ///
    /// - Throws: ``AuditError/Code/foreign`` where the folder holds another log or more than this one.
    @discardableResult
    public static func write(_ ledger: Ledger, to folder: String) throws -> Outcome {
        try AuditError.translating {
            let head = ledger.checkpoint.checkpoint
            let earlier = try earlierSize(in: folder, ledger)
            var writer = ExportWriter(folder: folder, size: head.size, earlier: earlier)
            try Folder.make(folder)
            let key = ledger.verifierKey
            let enclosed = EnclosedKey.read(Path.join(folder, EnclosedKey.fileName))
            if enclosed == nil { try writer.write(EnclosedKey.fileName, EnclosedKey.content(key)) }
            try writer.writeEntries(of: ledger)
            try writer.writeTiles(of: ledger)
            // Most of them lie there since long; each write waits for the disk.
            for file in try EnclosedTimestamps.files(of: ledger) where !holds(folder, file) {
                try writer.write(file.name, file.bytes)
            }
            for file in try EnclosedTransitions.files(of: ledger) where !holds(folder, file) {
                try writer.write(file.name, file.bytes)
            }
            // A key that was changed must not lie for long beside a checkpoint that the old one signed.
            if let enclosed, enclosed != key {
                try writer.write(EnclosedKey.fileName, EnclosedKey.content(key))
            }
            try writer.write(checkpointName, ledger.cosignedCheckpoint.bytes)
            try writer.removeOutgrown()
            return Outcome(size: head.size, earlierSize: earlier, files: writer.fileCount)
        }
    }

    private static func holds(_ folder: String, _ file: (name: String, bytes: [UInt8])) -> Bool {
        (try? InputFile.contents(of: Path.join(folder, file.name), limit: 1 << 20)) == file.bytes
    }

    /// How many entries the export that lies in a folder has; 0 for none, and for one that was cut short.
    private static func earlierSize(in folder: String, _ ledger: Ledger) throws -> UInt64 {
        guard Folder.exists(folder), try !Folder.names(in: folder).isEmpty else { return 0 }
        let keys = try ledger.keySuccession
        guard let enclosed = EnclosedKey.read(Path.join(folder, EnclosedKey.fileName)),
            keys.keys.contains(enclosed)
        else {
            throw AuditError(
                .foreign, "\(folder) is not empty and holds no export of this log.",
                hint: "Name an empty folder.")
        }
        let path = Path.join(folder, checkpointName)
        guard PrivateFile.exists(path) else { return 0 }
        let bytes = try InputFile.contents(of: path, limit: SignedNote.maximumByteCount)
        guard let note = try? SignedNote(parsing: bytes),
            let earlier = try? keys.verified(note).checkpoint
        else {
            throw AuditError(
                .foreign, "The checkpoint in \(folder) is not signed by this log.",
                hint: "Name an empty folder.")
        }
        let head = ledger.checkpoint.checkpoint
        guard earlier.size <= head.size else {
            throw AuditError(
                .foreign, "\(folder) holds \(earlier.size) entries, and this log has \(head.size).",
                hint: "An older ledger lies here. Keep the export, and restore the newest ledger.")
        }
        let root = try TileTree.root(of: earlier.size) { try ledger.tile(level: $0, index: $1) }
        guard root == earlier.root else {
            throw AuditError(
                .foreign, "This log does not extend the one in \(folder).",
                hint: "Keep the export: it shows that the log was changed. Run consentgate verify.")
        }
        return earlier.size
    }
}
