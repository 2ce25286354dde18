import CanonicalJSON
import Consent
import Cryptography
import Files
import MerkleLog

/// Writes the files that every dossier has, keeps their digests, and ends with the list of them.
final class DossierPacker {
    /// The page for people.
    static let pageName = "dossier.html"
    /// The same for programs.
    static let dataName = "dossier.json"
    /// What the data must look like.
    static let schemaName = "dossier.schema.json"
    /// How to check everything.
    static let guideName = "VERIFY.md"
    /// The digests of all other files, as `sha256sum` writes them.
    static let sumsName = "SHA256SUMS"

    private let sink: any DossierSink
    private var sums: [String: String] = [:]

    /// Packs a dossier into a place: all of it, or nothing.
    static func pack(
        into place: DossierPlace, madeAt: Instant, _ body: (DossierPacker) throws -> Void
    ) throws {
        try AuditError.translating {
            let sink: any DossierSink =
                switch place {
                case .folder(let path): try FolderSink(path)
                case .zip(let path): try ZipSink(path, madeAt: madeAt)
                }
            do {
                let packer = DossierPacker(sink)
                try body(packer)
                let lines = packer.sums.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }
                try sink.take(sumsName, Array(lines.joined().utf8))
                try sink.finish()
            } catch {
                sink.abandon()
                throw error
            }
        }
    }

    private init(_ sink: any DossierSink) { self.sink = sink }

    /// Writes a file; one that was written before is the same and is passed over.
    func write(_ name: String, _ bytes: [UInt8]) throws {
        guard sums[name] == nil else { return }
        try sink.take(name, bytes)
        sums[name] = SHA256.digest(of: bytes).hex
    }

    /// Writes a file of text.
    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    /// Writes what every dossier has beside its own content.
    func writeFrame(
        page: String, json: JSONValue, schema: DossierSchema, guide: String, checkpoint: VerifiedCheckpoint,
        key: VerifierKey
    ) throws {
        try write(LogExport.checkpointName, checkpoint.note.bytes)
        try write(EnclosedKey.fileName, EnclosedKey.content(key))
        try write(Self.guideName, guide)
        try write(ReceiptProgram.fileName, ReceiptProgram.text)
        try write(Self.schemaName, schema.text)
        try write(Self.pageName, page)
        try write(Self.dataName, json.pretty)
    }
}
