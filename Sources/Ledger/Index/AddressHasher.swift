import Consent
package import Cryptography
package import LookUp

/// Makes of addresses by what a ledger finds them; any number of threads may use one.
///
/// `HMAC-SHA256(lookup.key, normalised address)`: its first 16 bytes stand in the vault, its first 12 in look-up files.
package struct AddressHasher: Sendable {
    private let key: HMACKey

    init(_ key: SecretKey) { self.key = HMACKey(key) }

    /// By what look-up files find an address.
    ///
    /// - Parameter normalized: The bytes of ``EmailAddress/normalized``.
    package func key(of normalized: Span<UInt8>) -> LookUpKey { LookUpKey(key.authenticate(normalized)) }

    /// The whole digest of an address, of which ``LookUpKey`` and ``Ledger/lookupKey(of:)`` are the beginning.
    ///
    /// - Parameter normalized: The bytes of ``EmailAddress/normalized``.
    package func digest(of normalized: Span<UInt8>) -> Digest { key.authenticate(normalized) }

    /// By what the vault finds an address.
    func lookup(of address: EmailAddress) -> [UInt8] {
        Array(key.authenticate(Array(address.normalized.utf8).span).bytes.prefix(16))
    }
}

extension Ledger {
    /// Makes of addresses by what this ledger finds them.
    package var addressHasher: AddressHasher { AddressHasher(keys.lookup) }
}
