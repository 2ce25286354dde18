import Consent
import Database
import Files
import Ledger
import Testing

@Suite("An erasure that was cut short")
struct ErasureRecoveryTests {
    let folder: LedgerFolder
    let ada: EmailAddress

    init() throws {
        folder = try LedgerFolder()
        ada = try EmailAddress(parsing: "ada@example.org")
        let ledger = try folder.furnished()
        _ = try ledger.record(.form(at: "2026-10-01T08:00:00Z"))
        _ = try ledger.record(.form("bob@example.org", at: "2026-10-01T08:00:00Z"))
        _ = try ledger.record(.sample(.withdrawn, at: "2026-10-01T09:00:00Z"))
    }

    /// The end of a process.
    private struct Killed: Error {}

    private func cut(after step: ErasureStep) throws {
        let ledger = try folder.open(create: false)
        _ = ledgerError {
            _ = try ledger.erase([ada]) { if $0 == step { throw Killed() } }
        }
    }

    private func expectErased(_ ledger: Ledger) throws {
        #expect(try ledger.history(of: ada).isEmpty)
        let standing = try #require(try ledger.standings(of: [ada], for: .newsletter).first)
        #expect(standing.isErased)
        #expect(try !ledger.isErasureUnfinished)
        #expect(try ledger.openRecords(.subjectsErased).count == 1)
        #expect(try ledger.examine().findings == [])
    }

    @Test(
        "is finished at the next opening, whatever the step",
        arguments: ErasureStep.allCases.filter { $0 != .held })
    func finished(step: ErasureStep) throws {
        try cut(after: step)
        try expectErased(folder.open(create: false))
        try expectErased(folder.open(create: false))
    }

    @Test(
        "is finished by the next act of another process",
        arguments: [ErasureStep.intended, .buried, .deleted])
    func finishedByOthers(step: ErasureStep) throws {
        let other = try folder.open(create: false)
        try cut(after: step)
        _ = try other.record(.form("eve@example.org", at: "2026-10-01T08:00:00Z"))
        try expectErased(other)
    }

    @Test("has done nothing before it left word")
    func nothingDone() throws {
        try cut(after: .held)
        let ledger = try folder.open(create: false)
        #expect(try ledger.history(of: ada).count == 2)
        #expect(try ledger.suppression(of: ada, for: .newsletter) == nil)
        #expect(try ledger.examine().findings == [])
    }

    @Test("a destruction of threads is finished without tags", arguments: [ErasureStep.intended, .buried])
    func threads(step: ErasureStep) throws {
        do {
            let ledger = try folder.open(create: false)
            var threads: [SubjectThread] = []
            try ledger.forEachThread { if $0.events.count == 2 { threads.append($0) } }
            _ = ledgerError { _ = try ledger.destroy(threads) { if $0 == step { throw Killed() } } }
        }
        let ledger = try folder.open(create: false)
        #expect(try ledger.history(of: ada).isEmpty)
        #expect(try ledger.suppression(of: ada, for: .newsletter) == nil)
        #expect(try ledger.examine().findings == [])
    }

    @Test("is done again in a vault from before it, before anybody can read there")
    func olderVault() throws {
        let before = try folder.copy([folder.home.vaultDatabase])
        do { _ = try folder.open(create: false).erase([ada]) }
        try folder.putBack(before)
        try expectErased(folder.open(create: false))
        let key = try Connection(path: folder.home.vaultDatabase, mode: .readOnly)
            .integer("SELECT count(*) FROM threads")
        #expect(key == 1)
    }

    @Test("a vault that has destroyed more than the log tells is not believed")
    func olderLog() throws {
        do { _ = try folder.open(create: false).erase([ada]) }
        try folder.edit(folder.home.logDatabase, "DELETE FROM erased")
        #expect(folder.openingError()?.code == .rolledBack)
    }

    // MARK: Readers

    @Test("waits for a reader, says so, and is finished when the reader has gone")
    func reader() throws {
        let ledger = try folder.open(create: false)
        let marker = try wrappedKey()
        do {
            let reader = try Connection(path: folder.home.vaultDatabase, mode: .readOnly)
            try reader.beginSnapshot()
            let erasure = try ledger.erase([ada], patience: 10)
            #expect(!erasure.isDestroyed)
            #expect(try ledger.isErasureUnfinished)
            #expect(try !ledger.finishErasures(patience: 10))
            #expect(try LedgerConditionLook.isUnfinished(folder.home) == true)
            #expect(try folder.everyFile().values.contains { $0.contains(marker) })
            reader.endSnapshot()
        }
        #expect(try ledger.finishErasures(patience: 10))
        #expect(try !ledger.isErasureUnfinished)
        #expect(try !folder.everyFile().values.contains { $0.contains(marker) })
        #expect(try ledger.examine().findings == [])
    }

    @Test("a reader of somebody unknown is answered the same")
    func readerOfUnknown() throws {
        let ledger = try folder.open(create: false)
        let reader = try Connection(path: folder.home.vaultDatabase, mode: .readOnly)
        try reader.beginSnapshot()
        #expect(try !ledger.erase([EmailAddress(parsing: "nobody@example.org")], patience: 10).isDestroyed)
        reader.endSnapshot()
        try expectFinishedAtOpening()
    }

    private func expectFinishedAtOpening() throws {
        #expect(try !folder.open(create: false).isErasureUnfinished)
    }

    private func wrappedKey() throws -> [UInt8] {
        let vault = try Connection(path: folder.home.vaultDatabase, mode: .readOnly)
        let statement = try vault.prepare("SELECT wrapped_key FROM threads ORDER BY id")
        return try statement.step() ? statement.bytes(0) : []
    }
}

/// What a look from outside tells.
private enum LedgerConditionLook {
    static func isUnfinished(_ home: LedgerHome) throws -> Bool? {
        LedgerCondition(of: home).isErasureUnfinished
    }
}
