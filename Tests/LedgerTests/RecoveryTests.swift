import Consent
import Database
import Ledger
import MerkleLog
import Testing

@Suite("After a process was killed")
struct RecoveryTests {
    let folder: LedgerFolder
    let ada: EmailAddress

    init() throws {
        folder = try LedgerFolder()
        ada = try EmailAddress(parsing: "ada@example.org")
    }

    private func pendingRows() throws -> Int64? {
        try Connection(path: folder.home.vaultDatabase, mode: .readWrite)
            .integer("SELECT count(*) FROM events WHERE position >= (SELECT settled FROM progress)")
    }

    @Test("an event that reached the log before its row was marked is kept")
    func reachedTheLog() throws {
        let rid = try folder.furnished().record(.sample(evidence: [.text("shown")])).rid
        try folder.edit(
            folder.home.vaultDatabase, "UPDATE progress SET settled = 0, records = 0")
        let ledger = try folder.open(create: false)
        #expect(try ledger.history(of: ada).map(\.rid) == [rid])
        #expect(try pendingRows() == 0)
        #expect(try ledger.examine().findings == [])
    }

    /// Leaves an event in the vault that never came to the log: the log and the head are those from before it.
    private func leaveHalfDone(_ act: SubjectAct) throws {
        let before = try folder.copy([folder.home.logDatabase, folder.home.head])
        _ = try folder.open(create: false).record(act)
        try folder.putBack(before)
        try folder.edit(
            folder.home.vaultDatabase,
            "UPDATE progress SET records = records - 1, settled = (SELECT max(position) FROM events)")
    }

    @Test("an event that never reached the log is dropped, with its evidence and its thread")
    func neverReachedTheLog() throws {
        _ = try folder.furnished()
        let act = try SubjectAct.form(at: "2026-10-01T08:00:00Z")
        try leaveHalfDone(act)
        let ledger = try folder.open(create: false)
        #expect(try ledger.history(of: ada).isEmpty)
        let vault = try Connection(path: folder.home.vaultDatabase, mode: .readWrite)
        for table in ["events", "evidence", "threads"] {
            #expect(try vault.integer("SELECT count(*) FROM \(table)") == 0, "\(table)")
        }
        #expect(try ledger.examine().findings == [])
        #expect(try !ledger.record(act).wasKnown, "it was never answered")
    }

    @Test("a thread with other events stays")
    func threadStays() throws {
        let first = try folder.furnished().record(.sample(.given, at: "2026-10-01T08:00:00Z"))
        try leaveHalfDone(.sample(.withdrawn, at: "2026-10-01T09:00:00Z"))
        let ledger = try folder.open(create: false)
        #expect(try ledger.history(of: ada).map(\.rid) == [first.rid])
        #expect(try ledger.standing(of: ada, for: .newsletter).state == .given)
    }

    @Test("another event at the same place of the log does not save it")
    func otherLeafAtItsPlace() throws {
        _ = try folder.furnished()
        try leaveHalfDone(.sample(.given, at: "2026-10-01T08:00:00Z"))
        // The place of the lost event is taken by a record that needs no vault.
        let keep = try folder.copy([folder.home.vaultDatabase])
        _ = try folder.open(create: false).publish(LedgerFolder.wording("offers", purposes: ["offers"]))
        try folder.putBack(keep)
        let ledger = try folder.open(create: false)
        #expect(try ledger.history(of: ada).isEmpty)
        #expect(try ledger.examine().findings == [])
    }

    @Test("a log that grew before the head was written is signed on")
    func headIsBehind() throws {
        _ = try folder.furnished()
        let before = try folder.copy([folder.home.head])
        let rid = try folder.open(create: false).record(.sample()).rid
        try folder.putBack(before)
        let ledger = try folder.open(create: false)
        #expect(ledger.checkpoint.checkpoint.size == 3)
        #expect(try ledger.history(of: ada).map(\.rid) == [rid])
        #expect(try ledger.examine().findings == [])
    }

    @Test("a head that was half-written beside its place does not stop the next event")
    func leftoverOfHead() throws {
        let ledger = try folder.furnished()
        try folder.leave("half a checkpoint", at: ".head.head.part")
        #expect(try ledger.record(.sample()).index == 2)
        #expect(try folder.open(create: false).history(of: ada).count == 1)
        #expect(try folder.everyFile()[".head.head.part"] == nil)
    }
}
