import CanonicalJSON
import Consent
import Database
import Files
import Foundation
import Ledger
import MerkleLog
import Testing

@Suite("A backup")
struct BackupTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
        for number in 0..<3 {
            _ = try ledger.record(.form("person\(number)@example.org", at: "2026-10-01T08:00:00Z"))
        }
        _ = try ledger.record(.sample(.objected, "person0@example.org"))
    }

    private func place(_ name: String) -> String { folder.beside(name) }

    static let everything: Set<BackupPart> = [.log, .vault, .suppress, .sources, .policies]

    @Test("holds each part in a folder of its own, for its owner alone, with the digest of each file")
    func layout() throws {
        let manifest = try ledger.backUp(Self.everything, to: place("all"))
        #expect(
            try Folder.files(in: place("all"))
                == ["log/head", "log/log.db", "manifest.json", "suppress/suppress.db", "vault/vault.db"])
        for name in try Folder.files(in: place("all")) {
            #expect(PrivateFile.permissions(Path.join(place("all"), name)) == 0o600, "\(name)")
        }
        #expect(PrivateFile.permissions(place("all")) == 0o700)
        #expect(manifest.parts.map(\.part) == [.log, .vault, .suppress])
        #expect(manifest.size == 6 && manifest.origin == "example.org/consent")
        #expect(manifest.parts.map(\.counts["records"]) == [nil, 4, nil])
        let text = try InputFile.contents(of: Path.join(place("all"), "manifest.json"))
        let json = try JSONValue(reading: text)
        #expect(json["parts"]?.items?[1]["keepUntil"]?.text == "2026-11-01")
        #expect(json["parts"]?.items?[0]["keepUntil"] == nil)
        #expect(!String(decoding: text, as: UTF8.self).contains("@example"))
    }

    @Test("keeps keys apart from what they open, unless told otherwise")
    func keysApart() throws {
        let error = ledgerError { _ = try ledger.backUp([.keys, .vault], to: place("both")) }
        #expect(error?.code == .keysTogether)
        #expect(!Folder.exists(place("both")))
        _ = try ledger.backUp([.keys], to: place("keys"))
        #expect(try Folder.files(in: place("keys")).count == 5)
        _ = try ledger.backUp([.keys, .vault], to: place("both"), together: true)
        #expect(try Folder.files(in: place("both")).count == 6)
    }

    @Test("goes only where nothing is, and leaves nothing behind when refused")
    func occupied() throws {
        _ = try ledger.backUp([.log], to: place("log"))
        let before = try Folder.files(in: place("log"))
        #expect(ledgerError { _ = try ledger.backUp([.log], to: place("log")) }?.code == .occupied)
        #expect(try Folder.files(in: place("log")) == before)
        #expect(try Folder.names(in: folder.beside("")).filter { $0.hasSuffix(".part") } == [])
    }

    @Test("is of one moment, whatever others append meanwhile")
    func oneMoment() throws {
        let other = try folder.open(create: false)
        _ = try other.record(.form("late@example.org", at: "2026-10-01T10:00:00Z"))
        let manifest = try ledger.backUp(Self.everything, to: place("all"))
        #expect(manifest.size == 7, "what others appended belongs to it")
        _ = try other.record(.form("later@example.org", at: "2026-10-01T10:00:00Z"))
        let again = try ledger.backUp(Self.everything, to: place("again"))
        #expect(again.size == 8)
        let head = try InputFile.contents(of: Path.join(place("all"), "log/head"))
        #expect(String(decoding: head, as: UTF8.self) == manifest.checkpoint.note.serialized)
    }

    @Test("is whole while a writer goes on", arguments: [BackupPart.vault])
    func whileWriting(part: BackupPart) throws {
        for number in 0..<200 { _ = try ledger.record(.sample(.given, "x\(number)@example.org")) }
        let other = try folder.open(create: false)
        let reading = try Connection(path: folder.home.vaultDatabase, mode: .readOnly)
        try reading.beginSnapshot()
        _ = try other.record(.sample(.withdrawn, "x7@example.org"))
        let copy = folder.beside("copy.db")
        try reading.copy(to: copy, through: copy + ".pages")
        reading.endSnapshot()
        let copied = try Connection(path: copy, mode: .readOnly)
        #expect(try copied.integer("SELECT count(*) FROM events") == 204)
        #expect(try copied.text("PRAGMA journal_mode") == "delete")
        #expect(try copied.integrityFindings() == [])
    }

    @Test("has nothing of what was deleted: freed pages are zeros in the copy")
    func freedPages() throws {
        let mark = Array("the mark of a thread that is gone".utf8)
        let vault = try Connection(path: folder.home.vaultDatabase, mode: .readWrite)
        let insertion = try vault.prepare("INSERT INTO reports VALUES (?1, zeroblob(16), 0)")
        for number in 0..<500 {
            try insertion.bind(1, String(decoding: mark, as: UTF8.self) + "\(number)")
            try insertion.run()
        }
        _ = try ledger.backUp([.vault], to: place("before"))
        try vault.execute("DELETE FROM reports")
        _ = try ledger.backUp([.vault], to: place("after"))
        func holds(_ name: String) throws -> Bool {
            let bytes = try InputFile.contents(of: Path.join(place(name), "vault/vault.db"))
            return Data(bytes).range(of: Data(mark)) != nil
        }
        #expect(try holds("before"))
        #expect(try !holds("after"))
    }
}
