import COpenSSL

/// HMAC with SHA-256 (RFC 2104, FIPS 198-1) under one key, for many messages that arrive in pieces.
///
/// The key is hashed once, see ``HMACKey``. Like ``SHA256`` it does not throw: what it calls cannot fail.
@safe package struct HMACSHA256: ~Copyable {
    private let key: HMACKey
    private let running: UnsafeMutablePointer<SHA256_CTX>

    /// Takes a key of any length, also none.
    package init(key: [UInt8]) { self.init(HMACKey(key)) }

    /// Takes a secret key of 32 bytes.
    package init(key: SecretKey) { self.init(HMACKey(key)) }

    /// Takes a key that is hashed already.
    package init(_ key: HMACKey) {
        self.key = key
        unsafe running = .allocate(capacity: 1)
        unsafe running.initialize(to: key.states.pointee.inner)
    }

    deinit {
        // What runs begins with the key's own block, and is as secret.
        unsafe OPENSSL_cleanse(running, MemoryLayout<SHA256_CTX>.size)
        unsafe running.deallocate()
    }

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
        guard bytes.count > 0 else { return }
        unsafe Libcrypto.require(SHA256_Update(running, bytes.baseAddress, bytes.count), "HMAC update")
    }

    /// Answers the code of the message and begins an empty one under the same key.
    package mutating func finalize() -> Digest {
        let digest = unsafe Digest { target in
            unsafe copenssl_hmac_end(key.states, running, target)
        }
        unsafe running.pointee = key.states.pointee.inner
        return digest
    }
}
