/// Content that can only be read with its key and cannot be changed unnoticed.
///
/// AES-256-GCM (SP 800-38D) laid out as `nonce[12] || ciphertext || tag[16]`. The `context` is not stored
/// but must be the same again when the box is opened: it ties a box to its place, so that nobody can swap
/// two of them. Nonces are random; one key should not seal more than 2^32 boxes.
package enum SealedBox {
    /// How many bytes a box is longer than its content.
    package static let overhead = Sealer.nonceCount + Sealer.tagCount

    /// Seals content under a key.
    ///
    /// - Throws: ``CryptographyError`` when randomness fails or the content is over 2 GiB.
    package static func seal(
        _ plaintext: [UInt8], key: SecretKey, context: [UInt8] = [], random: some RandomSource
    ) throws(CryptographyError) -> [UInt8] {
        var sealer = Sealer()
        return try sealer.seal(plaintext, key: key, context: context, random: random)
    }

    /// Opens a box that was sealed with the same key and context.
    ///
    /// - Throws: ``CryptographyError`` for anything that does not open; the reasons why are one and the same.
    package static func open(
        _ box: [UInt8], key: SecretKey, context: [UInt8] = []
    ) throws(CryptographyError) -> [UInt8] {
        var sealer = Sealer()
        return try sealer.open(box, key: key, context: context)
    }

    /// Seals a key under another key, 60 bytes.
    ///
    /// - Throws: ``CryptographyError`` when randomness fails.
    package static func wrap(
        _ inner: SecretKey, key: SecretKey, context: [UInt8] = [], random: some RandomSource
    ) throws(CryptographyError) -> [UInt8] {
        var plaintext = inner.exposedBytes()
        defer { Libcrypto.wipe(&plaintext) }
        return try seal(plaintext, key: key, context: context, random: random)
    }

    /// Opens a box that ``wrap(_:key:context:random:)`` made.
    ///
    /// - Throws: ``CryptographyError`` for anything that does not open or holds no key.
    package static func unwrap(
        _ box: [UInt8], key: SecretKey, context: [UInt8] = []
    ) throws(CryptographyError) -> SecretKey {
        var plaintext = try open(box, key: key, context: context)
        defer { Libcrypto.wipe(&plaintext) }
        guard let inner = SecretKey(bytes: plaintext) else { throw .notAKey }
        return inner
    }
}
