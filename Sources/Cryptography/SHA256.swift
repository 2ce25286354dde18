import COpenSSL

/// SHA-256 (FIPS 180-4) over bytes that arrive in pieces.
///
/// One value holds one libcrypto context and starts anew after each ``finalize()``, which is what makes
/// hashing a tree cheap: keep the value and use it again. Nothing here throws. If libcrypto cannot even
/// hash, the process stops with a message, because a wrong digest is worse than none.
@safe package struct SHA256: ~Copyable {
    private let context: OpaquePointer

    /// Makes a context that has seen no bytes yet.
    package init() {
        unsafe context = Libcrypto.require(EVP_MD_CTX_new(), "a digest context")
        unsafe Libcrypto.require(EVP_DigestInit_ex2(context, Libcrypto.sha256, nil), "SHA-256 start")
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    /// Adds bytes to the message.
    package mutating func update(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { buffer in unsafe update(buffer) }
    }

    /// Adds bytes to the message.
    package mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { buffer in unsafe update(buffer) }
    }

    /// Adds the bytes of a digest to the message.
    package mutating func update(_ digest: Digest) {
        unsafe digest.withUnsafeBytes { buffer in unsafe update(buffer) }
    }

    /// Adds bytes to the message.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        unsafe Libcrypto.require(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count), "SHA-256 update")
    }

    /// Answers the digest of the message and begins an empty one.
    package mutating func finalize() -> Digest {
        let digest = unsafe Digest { target in
            unsafe Libcrypto.require(EVP_DigestFinal_ex(context, target, nil), "SHA-256 end")
        }
        // Without an algorithm named, libcrypto keeps the one the context has and skips the look-up.
        unsafe Libcrypto.require(EVP_DigestInit_ex2(context, nil, nil), "SHA-256 restart")
        return digest
    }

    /// Digests a message in one call.
    package static func digest(of bytes: [UInt8]) -> Digest {
        unsafe Digest { target in
            unsafe bytes.withUnsafeBytes { buffer in
                unsafe Libcrypto.require(
                    EVP_Digest(buffer.baseAddress, buffer.count, target, nil, Libcrypto.sha256, nil),
                    "SHA-256")
            }
        }
    }

    /// Digests a message that lies anywhere in memory, in one call and without a context on the heap.
    package static func digest(of bytes: UnsafeRawBufferPointer) -> Digest {
        unsafe Digest { target in
            unsafe copenssl_sha256(bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, target)
        }
    }
}
