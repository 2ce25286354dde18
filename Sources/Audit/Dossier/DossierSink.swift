import Consent
import Containers
import Cryptography
import Files

/// Takes the files of a dossier, one after the other: all of them, or nothing.
protocol DossierSink: AnyObject {
    /// Takes a file.
    func take(_ name: String, _ bytes: [UInt8]) throws
    /// Brings everything to its place.
    func finish() throws
    /// Gives everything up.
    func abandon()
}

/// Takes files into a hidden folder beside the place, which is renamed at last.
final class FolderSink: DossierSink {
    private let place: String
    private let staging: String

    init(_ place: String) throws {
        let isFree =
            try !PrivateFile.exists(place)
            && (!Folder.exists(place) || Folder.names(in: place).isEmpty)
        guard isFree else {
            throw AuditError(
                .occupied, "\(place) is there already and not empty.",
                hint: "Name a new folder with --out.")
        }
        let (parent, name) = Path.split(place)
        try Folder.make(parent)
        self.place = place
        staging = Path.join(parent, ".\(name).\(Hex.encode(try SystemRandom().bytes(6))).part")
        try Folder.make(staging, mode: 0o700)
    }

    func take(_ name: String, _ bytes: [UInt8]) throws {
        let path = Path.join(staging, name)
        try Folder.make(Path.split(path).folder, mode: 0o700)
        try StagedFile.replace(path, with: bytes, mode: 0o600, token: "dossier")
    }

    func finish() throws { try Folder.move(staging, to: place) }

    func abandon() { try? Folder.remove(staging) }
}

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
