import CanonicalJSON
import Consent
import Cryptography
import Database
import Files
import MerkleLog

extension Ledger {
    /// Copies parts of the ledger into a new folder, while others go on using it.
    ///
    /// The parts are of one moment: the ledger is held until the views of all databases are fixed, and let go before
    /// the copying. The folder takes its name when everything in it is on the disk; cut short, nothing has that name.
    ///
    /// - Parameters:
    ///   - wanted: What to copy. `sources` is passed over where no list was ever remembered, `policies` where there are none.
    ///   - folder: Where to; nothing or an empty folder may be there.
    ///   - together: Allows keys beside what they open.
    /// - Returns: What was written.
    /// - Throws: ``LedgerError``.
    public func backUp(_ wanted: Set<BackupPart>, to folder: String, together: Bool = false) throws
        -> BackupManifest
    {
        guard together || !wanted.contains(.keys) || wanted.count == 1 else {
            throw LedgerError(
                .keysTogether, "Keys are not put beside what they open.",
                hint:
                    "Who finds such a folder can read everything in it. Back the keys up by themselves, to another "
                    + "medium: consentgate backup --keys DIR. If you accept the risk, say --together.")
        }
        return try translating {
            let target = Folder.resolved(folder)
            guard try !Folder.exists(target) || Folder.names(in: target).isEmpty else {
                throw LedgerError(
                    .occupied, "\(folder) is not empty.",
                    hint: "A backup gets a folder of its own: name one that is not there yet.")
            }
            let (above, name) = Path.split(target)
            try Folder.make(above)
            let staging = Path.join(above, ".\(name).\(Hex.encode(try context.random.bytes(4))).part")
            do {
                try Folder.make(staging, mode: 0o700)
                let manifest = try copy(wanted, to: staging)
                try Folder.move(staging, to: target)
                return manifest
            } catch {
                try? Folder.remove(staging)
                throw error
            }
        }
    }

    private func copy(_ wanted: Set<BackupPart>, to folder: String) throws -> BackupManifest {
        var stores: [(part: BackupPart, connection: Connection)] = []
        if wanted.contains(.log) { stores.append((.log, log.connection)) }
        if wanted.contains(.vault) { stores.append((.vault, vault.connection)) }
        if wanted.contains(.suppress) { stores.append((.suppress, suppression.connection)) }
        if wanted.contains(.sources), let sources = try openSources() {
            stores.append((.sources, sources.connection))
        }
        defer { for (_, connection) in stores { connection.endSnapshot() } }
        try FileLock.holding(home.lock, onWait: context.onWait) {
            try requireSameFiles()
            if try log.size() != checkpoint.checkpoint.size {
                checkpoint = try HeadFile.settle(home, log: log, signer: signer, context: context)
                registry = try Registry(log)
            }
            try Recovery.finish(vault: vault, log: log)
            guard !isKeyChangeUnfinished else {
                throw LedgerError(
                    .key, "A change of kek was not finished: part of the vault is under the old key.",
                    hint: "Finish it first: consentgate keys rotate kek")
            }
            for (_, connection) in stores { try connection.beginSnapshot() }
        }
        var parts: [BackupManifest.Part] = []
        for (part, connection) in stores {
            parts.append(try copy(part, connection, to: folder))
        }
        if wanted.contains(.policies), let part = try copyPolicies(to: folder) { parts.append(part) }
        if wanted.contains(.keys) { parts.append(try copyKeys(to: folder)) }
        let manifest = BackupManifest(
            madeAt: now, origin: origin, verifierKey: verifierKey, checkpoint: checkpoint, parts: parts)
        try StagedFile.replace(
            Path.join(folder, BackupManifest.fileName), with: Array(manifest.json.pretty.utf8), mode: 0o600,
            token: "backup")
        return manifest
    }

    private func copy(_ part: BackupPart, _ connection: Connection, to folder: String) throws
        -> BackupManifest.Part
    {
        let inner = Path.join(folder, part.rawValue)
        try Folder.make(inner, mode: 0o700)
        for file in part.files {
            let place = Path.join(folder, part.place(of: file))
            if file == "head" {
                // Not the file, which has moved on if somebody appended since: the checkpoint of this very log.
                try StagedFile.replace(
                    place, with: Array(checkpoint.note.serialized.utf8), mode: 0o600, token: "backup")
            } else {
                try DatabaseCopy.make(of: connection, at: place)
            }
        }
        try Folder.synchronise(inner)
        var counts: [String: Int64] = [:]
        for (name, sql) in Self.counted(in: part) { counts[name] = try connection.integer(sql) ?? 0 }
        return BackupManifest.Part(
            part: part, files: try part.files.map { try BackupFile(part.place(of: $0), in: folder) },
            counts: counts)
    }

    /// What is counted in a part, by name, and how.
    private static func counted(in part: BackupPart) -> [(String, String)] {
        switch part {
        case .log:
            [
                ("entries", "SELECT count(*) FROM leaves"),
                ("openRecords", "SELECT count(*) FROM open_records"),
                ("erased", "SELECT count(*) FROM erased"),
            ]
        case .vault:
            [
                ("records", "SELECT count(*) FROM events"), ("threads", "SELECT count(*) FROM threads"),
                ("files", "SELECT count(*) FROM evidence"),
            ]
        case .suppress: [("tags", "SELECT count(*) FROM tags")]
        case .sources:
            [
                ("sources", "SELECT count(*) FROM sources"),
                ("fingerprints", "SELECT count(*) FROM fingerprints"),
            ]
        case .policies, .keys: []
        }
    }

    /// Nil where there are none.
    private func copyPolicies(to folder: String) throws -> BackupManifest.Part? {
        let part = BackupPart.policies
        let names = try part.files(in: home)
        guard !names.isEmpty else { return nil }
        let files = try names.map { name in
            let place = Path.join(folder, part.place(of: name))
            try Folder.make(Path.split(place).folder, mode: 0o700)
            return try BackupFile(name, in: home.path, copyingTo: place)
        }
        return BackupManifest.Part(part: part, files: files, counts: ["policies": Int64(files.count)])
    }

    private func copyKeys(to folder: String) throws -> BackupManifest.Part {
        let part = BackupPart.keys
        try Folder.make(Path.join(folder, part.rawValue), mode: 0o700)
        let files = try part.files.map { file in
            let place = Path.join(folder, part.place(of: file))
            return try BackupFile(file, in: home.path, copyingTo: place)
        }
        return BackupManifest.Part(part: part, files: files, counts: ["keys": Int64(files.count)])
    }
}
