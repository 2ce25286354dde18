import COpenSSL

/// HMAC with SHA-256 (RFC 2104, FIPS 198-1) under one key, for many messages.
///
/// The key is hashed into the context once. Like ``SHA256`` it does not throw: a process that cannot
/// authenticate stops.
@safe package struct HMACSHA256: ~Copyable {
    private let context: OpaquePointer

    /// Takes a key of any length, also none.
    package init(key: [UInt8]) {
        unsafe context = Libcrypto.require(EVP_MAC_CTX_new(Libcrypto.hmac), "an HMAC context")
        // An empty array may lend no address, and libcrypto reads no address as "keep the key there is".
        let addressable = key.isEmpty ? [0] : key
        unsafe Libcrypto.require(copenssl_hmac_sha256_init(context, addressable, key.count), "HMAC key")
    }

    /// Takes a secret key of 32 bytes.
    package init(key: SecretKey) {
        let context = unsafe Libcrypto.require(EVP_MAC_CTX_new(Libcrypto.hmac), "an HMAC context")
        let keyed = unsafe key.withUnsafeBytes { buffer in
            unsafe copenssl_hmac_sha256_init(
                context, buffer.bindMemory(to: UInt8.self).baseAddress, buffer.count)
        }
        Libcrypto.require(keyed, "HMAC key")
        unsafe self.context = context
    }

    deinit { unsafe EVP_MAC_CTX_free(context) }

    /// Authenticates the concatenation of the parts.
    package mutating func authenticate(_ parts: [UInt8]...) -> Digest {
        for part in parts { update(part) }
        return finalize()
    }

    /// Authenticates one message that lies anywhere in memory.
    package mutating func authenticate(_ message: UnsafeRawBufferPointer) -> Digest {
        unsafe update(message)
        return finalize()
    }

    /// Adds bytes to the message.
    package mutating func update(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { buffer in unsafe update(buffer) }
    }

    /// Adds the bytes of a digest to the message.
    package mutating func update(_ digest: Digest) {
        unsafe digest.withUnsafeBytes { buffer in unsafe update(buffer) }
    }

    /// Adds bytes to the message.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        unsafe Libcrypto.require(
            EVP_MAC_update(context, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count), "HMAC update")
    }

    /// Answers the code of the message and begins an empty one under the same key.
    package mutating func finalize() -> Digest {
        let digest = unsafe Digest { target in
            var length = 0
            unsafe Libcrypto.require(EVP_MAC_final(context, target, &length, Digest.byteCount), "HMAC end")
        }
        unsafe Libcrypto.require(copenssl_hmac_restart(context), "HMAC restart")
        return digest
    }
}
