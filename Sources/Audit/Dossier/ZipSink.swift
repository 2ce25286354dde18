import Consent
import Containers
import Cryptography
import Files

/// Packs files into an archive, which appears at its place when it is whole.
final class ZipSink: DossierSink {
    private let archive: ZipWriter
    private let file: ArchiveFile
    private let folder: String

    init(_ place: String, madeAt: Instant) throws {
        guard !PrivateFile.exists(place), !Folder.exists(place) else {
            throw AuditError(
                .occupied, "\(place) is there already.", hint: "Name a new file with --zip.")
        }
        let (parent, name) = Path.split(place)
        try Folder.make(parent)
        let file = try ArchiveFile(place)
        self.file = file
        archive = try ZipWriter(modifiedAt: madeAt.seconds) { try file.write($0) }
        // What an archive is called may have letters that old unpacking programs garble.
        let stem = Path.stem(name)
        let isPlain = stem.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        }
        folder = isPlain && stem.first != "." ? stem : "dossier"
    }

    func take(_ name: String, _ bytes: [UInt8]) throws { try archive.add("\(folder)/\(name)", bytes) }

    func finish() throws {
        try archive.finish()
        try file.commit()
    }

    func abandon() {}
}

/// The file of an archive; without a commit it never gets a name.
private final class ArchiveFile {
    private var staged: StagedFile

    init(_ path: String) throws {
        staged = try StagedFile(
            path: path, mode: 0o600, token: Hex.encode(try SystemRandom().bytes(6)))
    }

    func write(_ bytes: [UInt8]) throws { try staged.write(bytes) }
    func commit() throws { try staged.commit() }
}
