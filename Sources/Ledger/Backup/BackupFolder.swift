import CanonicalJSON
import Files

/// A backup whose files have the digests of its manifest.
struct BackupFolder {
    /// Where it lies.
    let path: String
    let manifest: BackupManifest

    /// Reads a backup and hashes every file of it.
    init(reading path: String) throws {
        let name = Path.join(path, BackupManifest.fileName)
        guard Folder.exists(path), PrivateFile.exists(name) else {
            throw LedgerError(
                .invalidBackup, "\(path) is no backup: there is no \(BackupManifest.fileName) in it.",
                hint: "Name folders that consentgate backup made.")
        }
        let bytes = try InputFile.contents(of: name, limit: 1 << 20)
        guard let manifest = (try? JSONValue(reading: bytes)).flatMap({ BackupManifest($0) }) else {
            throw LedgerError(
                .invalidBackup, "\(name) is no manifest of a backup, or was changed.",
                hint: "Use another copy of the backup, or one that a newer program made with that program.")
        }
        for part in manifest.parts {
            for file in part.files {
                let found: BackupFile
                do throws(FileError) { found = try BackupFile(file.path, in: path) } catch {
                    throw LedgerError(
                        .invalidBackup, error.description, hint: "Use another copy of the backup.")
                }
                guard found == file else { throw Self.changed(file.path, in: path) }
            }
        }
        self.path = path
        self.manifest = manifest
    }

    /// Copies a part into a home in the making, and hashes what is copied once more.
    func copy(_ part: BackupManifest.Part, to home: LedgerHome) throws {
        for (file, name) in part.placed {
            let place = Path.join(home.path, name)
            try Folder.make(Path.split(place).folder, mode: 0o700)
            guard try BackupFile(file.path, in: path, copyingTo: place) == file else {
                throw Self.changed(file.path, in: path)
            }
        }
    }

    /// The part of a kind, if it is in this backup.
    func part(_ part: BackupPart) -> BackupManifest.Part? { manifest.parts.first { $0.part == part } }

    private static func changed(_ file: String, in path: String) -> LedgerError {
        LedgerError(
            .invalidBackup, "\(Path.join(path, file)) does not have the digest of the manifest.",
            hint: "The copy was changed or is damaged. Use another one.")
    }
}
