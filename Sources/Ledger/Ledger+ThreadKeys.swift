import Consent
import Cryptography

extension Ledger {
    func freshThreadKey() throws -> SecretKey { try SecretKey.generate(from: context.random) }

    /// Wraps a thread's key under `kek`, bound to its thread so that rows cannot be swapped.
    func wrap(_ key: SecretKey, _ lookup: [UInt8], _ purpose: Purpose) throws -> [UInt8] {
        try SealedBox.wrap(
            key, key: keys.wrapping, context: lookup + Array(purpose.id.utf8), random: context.random)
    }

    func unwrap(_ wrapped: [UInt8], _ lookup: [UInt8], _ purpose: Purpose) throws -> SecretKey {
        guard
            let key = try? SealedBox.unwrap(
                wrapped, key: keys.wrapping, context: lookup + Array(purpose.id.utf8))
        else {
            throw LedgerError(
                .corrupt, "The key of a thread cannot be opened.",
                hint: "Restore vault.db and the keys folder from backups that belong together.")
        }
        return key
    }

    func threadKey(of row: VaultStore.Row) throws -> ThreadKey {
        ThreadKey(try unwrap(row.wrappedKey, row.lookup, row.event.purpose))
    }
}
