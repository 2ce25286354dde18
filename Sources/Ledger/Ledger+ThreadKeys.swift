import Consent
import Cryptography

extension Ledger {
    func freshThreadKey() throws -> SecretKey { try SecretKey.generate(from: context.random) }

    func unwrap(_ wrapped: [UInt8], _ lookup: [UInt8], _ purpose: Purpose) throws -> SecretKey {
        let context = lookup + Array(purpose.id.utf8)
        func opened(_ keys: [SecretKey]) -> SecretKey? {
            for key in keys {
                if let found = try? SealedBox.unwrap(wrapped, key: key, context: context) { return found }
            }
            return nil
        }
        if let key = opened([keys.wrapping]) ?? opened(otherWrappingKeys) { return key }
        otherWrappingKeys = [home.key(.wrapping), home.nextKey(.wrapping)].compactMap {
            try? KeyRing.read($0)
        }
        if let key = opened(otherWrappingKeys) { return key }
        throw LedgerError(
            .corrupt, "The key of a thread cannot be opened.",
            hint: "Restore vault.db and the keys folder from backups that belong together.")
    }

    func threadKey(of row: VaultStore.Row) throws -> ThreadKey {
        ThreadKey(try unwrap(row.wrappedKey, row.lookup, row.event.purpose))
    }
}
