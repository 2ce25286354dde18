import Cryptography
import Files

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
