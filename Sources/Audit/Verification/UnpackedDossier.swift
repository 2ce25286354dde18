import Containers
import Cryptography
import Files

/// A dossier out of an archive, in a folder of its own that is gone when the examination is over.
enum UnpackedDossier {
    /// No file of a dossier is longer: evidence of 32 MiB, and pages with the words of thousands of records.
    private static let greatest = 1 << 28

    /// Whether a file begins like an archive.
    static func isArchive(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    /// Calls a body with the folder in which the dossier lies.
    ///
    /// - Throws: ``AuditError/Code/unrecognised`` where it is no sound archive.
    static func unpacking<Result>(_ path: String, _ body: (String) throws -> Result) throws -> Result {
        let bytes = try InputFile.contents(of: path, limit: greatest)
        let folder = Path.join(
            Folder.temporary(), ".consentgate-\(Hex.encode(try SystemRandom().bytes(8)))")
        try Folder.make(folder, mode: 0o700)
        defer { try? Folder.remove(folder) }
        do {
            try ZipContents.forEachFile(of: InMemoryInput(bytes), greatest: greatest) { name, content in
                // Everything lies under one folder, which bears the name of the archive.
                let inner = name.split(separator: "/").dropFirst().joined(separator: "/")
                let place = Path.join(folder, inner.isEmpty ? name : inner)
                try Folder.make(Path.split(place).folder, mode: 0o700)
                try StagedFile.replace(place, with: content, mode: 0o600, token: "unpack")
            }
        } catch let error as ContainerError {
            throw AuditError(.unrecognised, "\(path): \(error.what)", hint: error.hint)
        }
        return try body(folder)
    }
}
