import CanonicalJSON
import Consent
import Ledger
import Testing

@Suite("Examining a ledger in which somebody was erased")
struct ErasureExaminationTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
        for number in 0..<4 {
            _ = try ledger.record(.form("person\(number)@example.org", at: "2026-10-01T08:00:00Z"))
        }
        _ = try ledger.erase([EmailAddress(parsing: "person1@example.org")])
        _ = try ledger.erase([EmailAddress(parsing: "person2@example.org")])
    }

    @Test("finds nothing while all is well, and counts what can be opened")
    func whole() throws {
        let examination = try ledger.examine()
        #expect(examination.findings == [])
        #expect(examination.entries == 8 && examination.records == 2 && examination.files == 2)
    }

    static let edits: [(database: String, sql: String, place: String, problem: String)] = [
        (
            "log", "DELETE FROM erased WHERE position = 3", "tombstone 6",
            "entry 3 is not listed as erased by it"
        ),
        ("log", "UPDATE erased SET tombstone = 7 WHERE position = 3", "tombstone 6", "not listed"),
        ("log", "INSERT INTO erased VALUES (5, 7)", "erased entry 5", "no tombstone names it"),
        (
            "vault", "UPDATE events SET position = 3 WHERE position = 2", "record of entry 3",
            "it was erased and still lies here"
        ),
        ("vault", "UPDATE events SET position = 3 WHERE position = 2", "record of entry 2", "it is missing"),
        ("vault", "DELETE FROM events WHERE position = 5", "vault.db", "1 keys are left"),
        ("vault", "DELETE FROM events WHERE position = 5", "record of entry 5", "it is missing"),
    ]

    @Test("finds what contradicts a tombstone", arguments: edits.indices)
    func contradictions(number: Int) throws {
        let edit = Self.edits[number]
        let file = edit.database == "log" ? folder.home.logDatabase : folder.home.vaultDatabase
        try folder.edit(file, edit.sql)
        try expect(edit.place, edit.problem)
    }

    static let tombstones: [(entries: String, problem: String)] = [
        ("[9]", "entry 9, which is not before it"), ("[8]", "entry 8, which is not before it"),
        ("[1]", "entry 1, which is an open record"), ("[3]", "entry 3, which an earlier one names"),
        ("[5,4]", "it does not name entries in their order"), ("[4,4]", "it does not name entries"),
        ("[-1]", "it does not name entries"), ("[\"4\"]", "it does not name entries"),
        ("{}", "it does not name entries"), ("[5]", "entry 5 is not listed as erased by it"),
    ]

    @Test("finds a tombstone that names what it cannot", arguments: tombstones.indices)
    func falseTombstones(number: Int) throws {
        let (entries, problem) = Self.tombstones[number]
        _ = try ledger.append(
            .subjectsErased, [.init("entries", try JSONValue(reading: Array(entries.utf8)))])
        try expect("tombstone 8", problem)
    }

    private func expect(_ place: String, _ problem: String) throws {
        let findings = try ledger.examine().findings
        #expect(
            findings.contains { $0.place.contains(place) && $0.problem.contains(problem) },
            "found \(findings)")
    }
}
