import COpenSSL

/// The private half of an Ed25519 key (RFC 8032), which makes signatures.
///
/// Signing needs no randomness: the same key and message always give the same signature. As with hashing,
/// the process stops if libcrypto cannot do it.
package struct SigningKey: Sendable {
    private let seed: SecretKey

    /// The public half, to be given away.
    package let verifyingKey: VerifyingKey

    /// Derives both halves from a seed of 32 bytes (RFC 8032 section 5.1.5).
    package init(seed: SecretKey) {
        self.seed = seed
        let key = unsafe SigningKey.load(seed)
        defer { unsafe EVP_PKEY_free(key) }
        var publicBytes = [UInt8](repeating: 0, count: VerifyingKey.byteCount)
        var length = publicBytes.count
        unsafe Libcrypto.require(EVP_PKEY_get_raw_public_key(key, &publicBytes, &length), "Ed25519 key")
        guard let verifyingKey = VerifyingKey(bytes: publicBytes) else {
            fatalError("libcrypto failed at Ed25519")
        }
        self.verifyingKey = verifyingKey
    }

    /// Signs a message, 64 bytes.
    package func sign(_ message: [UInt8]) -> [UInt8] {
        let key = unsafe SigningKey.load(seed)
        defer { unsafe EVP_PKEY_free(key) }
        let context = unsafe Libcrypto.require(EVP_MD_CTX_new(), "a signature context")
        defer { unsafe EVP_MD_CTX_free(context) }
        unsafe Libcrypto.require(EVP_DigestSignInit(context, nil, nil, nil, key), "Ed25519 start")
        var signature = [UInt8](repeating: 0, count: VerifyingKey.signatureByteCount)
        var length = signature.count
        unsafe Libcrypto.require(
            EVP_DigestSign(context, &signature, &length, message, message.count), "Ed25519 signing")
        return signature
    }

    private static func load(_ seed: SecretKey) -> OpaquePointer {
        let key = unsafe seed.withUnsafeBytes { buffer in
            unsafe EVP_PKEY_new_raw_private_key(
                EVP_PKEY_ED25519, nil, buffer.bindMemory(to: UInt8.self).baseAddress, buffer.count)
        }
        return unsafe Libcrypto.require(key, "an Ed25519 key")
    }
}
