import Consent
import Ledger
import MerkleLog
import Testing

@Suite("Examining a ledger")
struct ExaminationTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
        for number in 0..<4 {
            _ = try ledger.record(.form("person\(number)@example.org", at: "2026-10-01T08:00:00Z"))
        }
        _ = try ledger.record(.sample(.withdrawn, "person0@example.org", at: "2026-10-01T09:00:00Z"))
    }

    @Test("finds nothing in a whole ledger, and counts what it looked at")
    func whole() throws {
        var seen: [UInt64] = []
        let examination = try ledger.examine { done, _ in seen.append(done) }
        #expect(examination.findings == [])
        #expect(examination.entries == 7)
        #expect(examination.records == 5)
        #expect(examination.files == 4)
        #expect(seen.last == 7)
    }

    @Test("sees the ledger as it was when it began, whatever others append meanwhile")
    func whileOthersAppend() throws {
        let other = try folder.open(create: false)
        var appended = false
        let examination = try ledger.examine { _, _ in
            if !appended { _ = try? other.record(.form("late@example.org", at: "2026-10-01T10:00:00Z")) }
            appended = true
        }
        #expect(appended && other.checkpoint.checkpoint.size == 8)
        #expect(examination.findings == [])
        #expect(examination.entries == 7)
        #expect(try ledger.examine().entries == 8)
    }

    @Test("works on an empty ledger, and on one with several tiles")
    func sizes() throws {
        let empty = try LedgerFolder()
        #expect(try empty.open().examine().findings == [])
        for number in 0..<300 { _ = try ledger.record(.sample(.given, "more\(number)@example.org")) }
        #expect(try ledger.examine().findings == [])
        try folder.edit(
            folder.home.logDatabase,
            "UPDATE tiles SET hashes = zeroblob(8192) WHERE level = 0 AND position = 0")
        #expect(try ledger.examine().findings.contains { $0.place == "log.db, tile 0/0" })
    }

    @Test(
        "finds a record that was made with the clock set back, and lets a clock be set right",
        arguments: [(86_400, false), (86_401, true), (365 * 86_400, true)])
    func clockSetBack(seconds: Int64, isFound: Bool) throws {
        folder.clock.advance(-seconds)
        _ = try ledger.record(.form("late@example.org", at: "2025-01-01T10:00:00Z"))
        let places = try ledger.examine().findings.map(\.place)
        #expect(places == (isFound ? ["entry 7"] : []))
    }

    static let logEdits: [(sql: String, place: String, problem: String)] = [
        (
            "UPDATE leaves SET leaf = x'010000000000000000000000000000000000000000000000000000000000000000' WHERE position = 3",
            "log.db",
            "not the one that was signed"
        ),
        (
            "UPDATE leaves SET leaf = x'010000000000000000000000000000000000000000000000000000000000000000' WHERE position = 3",
            "entry 3",
            "not the one in the log"
        ),
        ("DELETE FROM leaves WHERE position = 3", "log.db, entry 3", "missing"),
        ("DELETE FROM leaves WHERE position = 6", "log.db", "6 entries"),
        ("UPDATE tiles SET hashes = zeroblob(length(hashes))", "tile 0/0", "not those of the entries"),
        ("DELETE FROM tiles", "tile 0/0", "not those of the entries"),
        (
            "UPDATE open_records SET record = CAST(replace(CAST(record AS TEXT), 'GmbH', 'GmbX') AS BLOB) WHERE position = 0",
            "open record 0", "not what its entry committed to"
        ),
        ("UPDATE open_records SET opening = zeroblob(32) WHERE position = 1", "open record 1", "committed"),
        ("DELETE FROM open_records WHERE position = 1", "record of entry 1", "missing"),
        (
            "UPDATE checkpoints SET note = replace(note, 'example.org', 'example.com') WHERE size = 4",
            "checkpoint 4", "signature does not hold"
        ),
        (
            "UPDATE checkpoints SET note = (SELECT note FROM checkpoints WHERE size = 3) WHERE size = 4",
            "checkpoint 4", "signature does not hold"
        ),
        ("UPDATE checkpoints SET size = 99 WHERE size = 4", "checkpoint 99", "signature does not hold"),
    ]

    @Test("finds what was changed in the log", arguments: logEdits.indices)
    func log(number: Int) throws {
        let edit = Self.logEdits[number]
        try folder.edit(folder.home.logDatabase, edit.sql)
        try expect(edit.place, edit.problem)
    }

    static let vaultEdits: [(sql: String, place: String, problem: String)] = [
        (
            "UPDATE events SET payload = zeroblob(length(payload)) WHERE position = 3", "entry 3",
            "cannot be opened"
        ),
        (
            "UPDATE events SET payload = (SELECT payload FROM events WHERE position = 4) WHERE position = 3",
            "entry 3",
            "cannot be opened"
        ),
        (
            "UPDATE threads SET wrapped_key = CASE id WHEN 1 THEN (SELECT wrapped_key FROM threads WHERE id = 2) "
                + "ELSE (SELECT wrapped_key FROM threads WHERE id = 1) END WHERE id IN (1, 2)", "entry 2",
            "cannot be opened"
        ),
        ("UPDATE events SET thread = 2 WHERE position = 2", "entry 2", "cannot be opened"),
        (
            "UPDATE events SET leaf = x'010000000000000000000000000000000000000000000000000000000000000000' WHERE position = 3",
            "entry 3",
            "not the one in the log"
        ),
        ("UPDATE events SET grade = 4 WHERE position = 3", "entry 3", "columns beside it"),
        ("UPDATE events SET kind = 'given' WHERE position = 6", "entry 6", "columns beside it"),
        (
            "UPDATE events SET occurred_at = occurred_at + 1 WHERE position = 3", "entry 3",
            "columns beside it"
        ),
        (
            "UPDATE events SET recorded_at = recorded_at - 1 WHERE position = 3", "entry 3",
            "columns beside it"
        ),
        ("UPDATE events SET method = NULL WHERE position = 3", "entry 3", "columns beside it"),
        ("UPDATE events SET wording = 'newsletter@1' WHERE position = 3", "entry 3", "columns beside it"),
        ("UPDATE events SET evidence_count = 7 WHERE position = 3", "entry 3", "columns beside it"),
        ("UPDATE events SET has_source = 1 WHERE position = 3", "entry 3", "columns beside it"),
        ("DELETE FROM events WHERE position = 3", "record of entry 3", "missing"),
        ("DELETE FROM events WHERE position = 6", "record of entry 6", "missing"),
        ("UPDATE progress SET settled = 3", "record of entry 3", "missing"),
        (
            "UPDATE events SET position = 4611686018427387904 WHERE position = 6", "record of entry 6",
            "missing"
        ),
        (
            "UPDATE events SET position = 9223372036854775807 WHERE position = 6", "record of entry 6",
            "missing"
        ),
        ("UPDATE events SET position = -1 WHERE position = 6", "record of entry 6", "missing"),
        (
            "UPDATE evidence SET sealed = zeroblob(length(sealed)) WHERE event = 2", "file 1",
            "cannot be opened"
        ),
        ("UPDATE evidence SET sealed = NULL WHERE event = 2", "entry 3", "list of evidence"),
        ("UPDATE evidence SET digest = zeroblob(32) WHERE event = 2", "file 1", "recorded digest"),
        ("UPDATE evidence SET kind = 'pdf' WHERE event = 2", "entry 3", "list of evidence"),
        ("DELETE FROM evidence WHERE event = 2", "entry 3", "list of evidence"),
    ]

    @Test("finds what was changed in the vault", .timeLimit(.minutes(1)), arguments: vaultEdits.indices)
    func vault(number: Int) throws {
        let edit = Self.vaultEdits[number]
        try folder.edit(folder.home.vaultDatabase, edit.sql)
        try expect(edit.place, edit.problem)
    }

    @Test("finds one flipped byte of a sealed file")
    func evidenceByte() throws {
        try folder.edit(
            folder.home.vaultDatabase,
            "UPDATE evidence SET sealed = CAST(substr(sealed, 1, 20) || x'00' || substr(sealed, 22) AS BLOB) WHERE event = 2"
        )
        try expect("file 1", "cannot be opened")
    }

    @Test(
        "a row that cannot even be read is damage",
        arguments: [
            "UPDATE events SET kind = 'sworn' WHERE position = 3",
            "UPDATE events SET grade = 99 WHERE position = 3",
            "UPDATE events SET method = 'telepathy' WHERE position = 3",
            "UPDATE events SET wording = 'newsletter' WHERE position = 3",
            "UPDATE threads SET purpose = 'News Letter' WHERE id = 2",
        ])
    func unreadable(sql: String) throws {
        try folder.edit(folder.home.vaultDatabase, sql)
        let ledger = ledger
        #expect(ledgerError { _ = try ledger.examine() }?.code == .corrupt)
    }

    private func expect(_ place: String, _ problem: String) throws {
        let findings = try ledger.examine().findings
        #expect(
            findings.contains { $0.place.contains(place) && $0.problem.contains(problem) },
            "found \(findings)")
        for finding in findings {
            #expect(!finding.place.contains("person") && !finding.problem.contains("person"))
        }
    }
}
