import Consent
import Cryptography
import Files
import Foundation
import Glibc
import Ledger
import Testing

/// The process looks through its own memory: a key is there while somebody uses it, and not afterwards.
///
/// Beside a thousand other tests memory changes faster than it can be looked through, so this suite runs in a process of its
/// own: `CONSENTGATE_MEMORY_TESTS=1 swift test --filter MemoryTests`.
@Suite(
    "Keys in memory", .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["CONSENTGATE_MEMORY_TESTS"] != nil))
struct MemoryTests {
    private func ledger() throws -> (LedgerFolder, MaskedSecret) {
        let folder = try LedgerFolder(seed: 77)
        // The system's randomness: that of other tests is kept by their source.
        let ledger = try Ledger(at: folder.home, context: .system())
        _ = try ledger.record(.form("ada@example.org", at: "2026-10-01T08:00:00Z"))
        return (folder, try MaskedSecret(file: folder.home.key(.wrapping)))
    }

    @Test("a kek is found while a ledger is open, and nowhere once it is closed")
    func dropped() throws {
        let (folder, kek) = try ledger()
        var open: Ledger? = try Ledger(at: folder.home, context: .system(), create: false)
        #expect(try open?.examine().findings == [])
        _ = try open?.backUp([.keys], to: folder.beside("keys"))
        #expect(try kek.isInMemory())
        _ = try open?.rotateLogKey()
        open = nil
        #expect(try !kek.isInMemory())
    }

    @Test("the old key of the log is nowhere once it was changed")
    func logKey() throws {
        let (folder, _) = try ledger()
        let old = try MaskedSecret(file: folder.home.key(.log))
        let open = try Ledger(at: folder.home, context: .system(), create: false)
        #expect(try old.isInMemory())
        _ = try open.rotateLogKey()
        #expect(try !old.isInMemory())
        withExtendedLifetime(open) {}
    }

    @Test("a passphrase and what opens with it are gone with whoever asked")
    func passphrase() throws {
        let (folder, kek) = try ledger()
        let file = folder.beside("passphrase")
        try MaskedSecret.writeRandomLine(to: file)
        let secret = try MaskedSecret(line: file)
        func use() throws {
            try Ledger(at: folder.home, context: .system(), create: false).protect(
                by: .passphrase(PassphraseFile.read(file), cost: 1 << 10))
            let known = try PassphraseFile.read(file)
            #expect(try secret.isInMemory())
            #expect(known.byteCount > 20)
            let open = try Ledger(
                at: folder.home, context: .system(unlocking: .passphraseFile(file)), create: false)
            #expect(try kek.isInMemory())
            withExtendedLifetime((open, known)) {}
        }
        try use()
        #expect(try !secret.isInMemory())
        #expect(try !kek.isInMemory())
    }
}
