import Consent
import Ledger
import Testing

@Suite("The locks by which other programs know that a ledger is in use", .enabled(if: HeldLocks.areTold))
struct LockTests {
    @Test("are there after somebody was erased and the vault was searched for what is left")
    func erasing() throws {
        let folder = try LedgerFolder()
        let ledger = try folder.furnished()
        for number in 0..<20 {
            _ = try ledger.record(.form("person\(number)@example.org", at: "2026-10-01T08:00:00Z"))
        }
        let files = [folder.home.logDatabase, folder.home.vaultDatabase, folder.home.suppressionDatabase]
        for file in files { #expect(try HeldLocks.count(on: file) > 0) }
        let erasure = try ledger.erase([EmailAddress(parsing: "person7@example.org")])
        #expect(erasure.isDestroyed && erasure.records == 1)
        for file in files { #expect(try HeldLocks.count(on: file) > 0) }
        #expect(try ledger.examine().findings == [])
        for file in files { #expect(try HeldLocks.count(on: file) > 0) }
    }

    @Test("are there after a vetting looked whether the vault is the one it was")
    func vetting() throws {
        let random = try RandomLedger(seed: 812, count: 40)
        let ledger = try random.folder.open()
        for _ in 0..<3 {
            _ = try ledger.standingIndex(for: .newsletter, memoryLimit: 0)
            #expect(try HeldLocks.count(on: random.folder.home.vaultDatabase) > 0)
        }
    }
}
