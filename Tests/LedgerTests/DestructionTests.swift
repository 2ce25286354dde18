import Consent
import Database
import Foundation
import Ledger
import Testing

@Suite("What is left of an erased person in the files")
struct DestructionTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder(seed: 7)
        ledger = try folder.furnished()
    }

    /// What stands in the vault of a person, piece by piece.
    private func pieces(of thread: Int64? = nil) throws -> [String: [UInt8]] {
        let vault = try Connection(path: folder.home.vaultDatabase, mode: .readOnly)
        var pieces: [String: [UInt8]] = [:]
        func read(_ name: String, _ sql: String) throws {
            let statement = try vault.prepare(sql)
            var number = 0
            while try statement.step() {
                pieces["\(name) \(number)"] = statement.bytes(0)
                number += 1
            }
        }
        let which = thread.map { "= \($0)" } ?? "IS NOT NULL"
        try read("wrapped key", "SELECT wrapped_key FROM threads WHERE id \(which)")
        try read("lookup tag", "SELECT lookup FROM threads WHERE id \(which)")
        try read("sealed record", "SELECT payload FROM events WHERE thread \(which)")
        try read("name", "SELECT rid FROM events WHERE thread \(which)")
        try read("idempotency", "SELECT idempotency FROM events WHERE thread \(which)")
        try read(
            "sealed evidence",
            "SELECT sealed FROM evidence JOIN events e ON e.id = event WHERE thread \(which)")
        try read(
            "digest", "SELECT digest FROM evidence JOIN events e ON e.id = event WHERE thread \(which)")
        return pieces
    }

    /// Long pieces lie on several pages and are not found whole: their beginnings and ends are looked for.
    private func parts(_ piece: [UInt8]) -> [[UInt8]] {
        piece.count <= 64 ? [piece] : [Array(piece.prefix(32)), Array(piece.suffix(32))]
    }

    private func found(_ pieces: [String: [UInt8]]) throws -> Set<String> {
        let files = try folder.everyFile().map { (name: $0.key, data: Data($0.value)) }
        var found = Set<String>()
        for (name, piece) in pieces {
            for part in parts(piece) where files.contains(where: { $0.data.range(of: Data(part)) != nil }) {
                found.insert(name)
            }
        }
        return found
    }

    @Test("nothing, in any byte of any file; before, all of it was there, and the address never")
    func everyByte() throws {
        var act = try SubjectAct.form("Ada.Lovelace+news@Bücher.example", at: "2026-10-01T08:00:00Z")
        let evidence = String(repeating: "Ada ticked the box. ", count: 900)
        act.evidence = [.text(evidence), .text("signed Ada")]
        act.source = "a stand in Vienna"
        _ = try ledger.record(.form("bob@example.org", at: "2026-10-01T08:00:00Z"))
        _ = try ledger.record(act)
        _ = try ledger.record(
            .sample(.withdrawn, "Ada.Lovelace+news@Bücher.example", at: "2026-10-01T09:00:00Z"))
        _ = try ledger.record(.form("eve@example.org", at: "2026-10-01T08:00:00Z"))

        let plain = [
            "ada.lovelace+news@xn--bcher-kva.example", "ada.lovelace@", "bücher.example", "a stand in Vienna",
            "Ada ticked the box",
        ]
        func expectNothingPlain() throws {
            let files = try folder.everyFile()
            for (name, bytes) in files {
                let text = Data(bytes.map { (65...90).contains($0) ? $0 + 32 : $0 })
                for secret in plain {
                    #expect(text.range(of: Data(secret.lowercased().utf8)) == nil, "\(secret) in \(name)")
                }
            }
        }
        let hers = try pieces(of: 2)
        #expect(hers.count == 12)
        #expect(try found(hers) == Set(hers.keys), "what is sealed must be found, or the search is none")
        try expectNothingPlain()

        let address = try EmailAddress(parsing: "Ada.Lovelace+news@Bücher.example")
        #expect(try ledger.erase([address]).isDestroyed)
        #expect(try found(hers) == [])
        try expectNothingPlain()
        #expect(try folder.everyFile()["vault.db-wal"].map { $0.count < 40_000 } ?? true)
        #expect(try found(pieces()) == Set(pieces().keys), "the others' stay")
        #expect(try ledger.examine().findings == [])
    }

    @Test("the key of the thread stands nowhere, neither before nor after")
    func rawKey() throws {
        _ = try ledger.record(.form(at: "2026-10-01T08:00:00Z"))
        let random = SeededRandom(seed: 7)
        // Every 32 bytes in a row that the ledger drew: the thread's key is among them.
        let drawn = try random.bytes(2000)
        let keys = (0..<(drawn.count - 32)).map { Array(drawn[$0..<($0 + 32)]) }
        let vault = try #require(try folder.everyFile()["vault.db-wal"])
        let windows = Set((0..<max(1, vault.count - 32)).map { Array(vault[$0..<($0 + 32)]) })
        #expect(!keys.contains { windows.contains($0) })
    }

    @Test("nothing of many, in whatever order they go and whatever pages their rows were moved between")
    func many() throws {
        let people = try (0..<120).map { try EmailAddress(parsing: "person\($0)@example.org") }
        for (number, person) in people.enumerated() {
            var act = try SubjectAct.form(person.normalized, at: "2026-10-01T08:00:00Z")
            act.evidence = [.text(String(repeating: "\(number) ", count: 20 + number * 37 % 900))]
            _ = try ledger.record(act)
        }
        var random = SeededRandom(seed: 3)
        var gone: [String: [UInt8]] = [:]
        let threads = try threads()
        for person in people.shuffled(using: &random).prefix(60) {
            let thread = try #require(threads[person])
            for (name, piece) in try pieces(of: thread) { gone["\(thread) \(name)"] = piece }
            #expect(try ledger.erase([person]).isDestroyed)
        }
        #expect(gone.count == 60 * 7)
        #expect(try found(gone) == [])
        #expect(try ledger.examine().findings == [])
    }

    private func threads() throws -> [EmailAddress: Int64] {
        var found: [SubjectThread] = []
        try ledger.forEachThread { found.append($0) }
        return try Dictionary(
            uniqueKeysWithValues: found.map { thread in
                (try #require(try ledger.records(of: thread).first).address, thread.id)
            })
    }
}
