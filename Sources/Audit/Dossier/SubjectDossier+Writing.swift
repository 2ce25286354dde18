import CanonicalJSON
import Cryptography
import Files
public import Ledger
import MerkleLog

extension SubjectDossier {
    /// Writes the dossier into a folder that only its owner may read: all of it, or nothing.
    ///
    /// The files are made in a hidden folder beside the place, which is renamed at last.
    ///
    /// - Parameters:
    ///   - folder: Where it will be; nothing or an empty folder may be there.
    ///   - ledger: The ledger it was gathered from, which still has the copies of evidence.
    /// - Throws: ``AuditError/Code/occupied``, or ``AuditError/Code/storage``.
    public func write(to folder: String, from ledger: Ledger) throws {
        try AuditError.translating {
            let isFree =
                try !PrivateFile.exists(folder)
                && (!Folder.exists(folder) || Folder.names(in: folder).isEmpty)
            guard isFree else {
                throw AuditError(
                    .occupied, "\(folder) is there already and not empty.",
                    hint: "Name a new folder with --out.")
            }
            let (parent, name) = Path.split(folder)
            try Folder.make(parent)
            let staging = Path.join(parent, ".\(name).\(Hex.encode(try SystemRandom().bytes(6))).part")
            do {
                try writeFiles(to: staging, from: ledger)
                try Folder.move(staging, to: folder)
            } catch {
                try? Folder.remove(staging)
                throw error
            }
        }
    }

    private func writeFiles(to staging: String, from ledger: Ledger) throws {
        var sums: [String: String] = [:]
        func write(_ name: String, _ bytes: [UInt8]) throws {
            try StagedFile.replace(Path.join(staging, name), with: bytes, mode: 0o600, token: "dossier")
            sums[name] = SHA256.digest(of: bytes).hex
        }
        for inner in ["receipts", "evidence"] {
            try Folder.make(Path.join(staging, inner), mode: 0o700)
        }
        for entry in entries {
            try write(Self.receiptName(entry.record.rid), Array(entry.receipt.serialized.utf8))
            // One record's files at a time: there may be many, of 32 MiB each.
            for file in try ledger.evidence(of: entry.record.rid) {
                if let content = file.content { try write(Self.evidenceName(file.evidence), content) }
            }
        }
        for shown in wordings { try write(Self.receiptName(shown.rid), Array(shown.receipt.serialized.utf8)) }
        let stamps = try EnclosedTimestamps.files(of: ledger, covering: entries.map(\.record.index))
        if !stamps.isEmpty { try Folder.make(Path.join(staging, EnclosedTimestamps.folder), mode: 0o700) }
        for file in stamps { try write(file.name, file.bytes) }
        try write(LogExport.checkpointName, checkpoint.note.bytes)
        try write(EnclosedKey.fileName, EnclosedKey.content(verifierKey))
        try write(Self.guideName, Array(Self.guide.utf8))
        try write(Self.pageName, Array(try page().utf8))
        try write(Self.dataName, Array(json.pretty.utf8))
        let lines = sums.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }
        try StagedFile.replace(
            Path.join(staging, Self.sumsName), with: Array(lines.joined().utf8), mode: 0o600, token: "dossier"
        )
    }
}
