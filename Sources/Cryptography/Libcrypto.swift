import COpenSSL

/// What every caller of libcrypto here needs: algorithms fetched once, and answers that must not fail.
enum Libcrypto {
    // The two algorithms are looked up by name once per process, because a look-up costs more than hashing
    // a leaf. libcrypto never changes them afterwards and counts references atomically, so threads may share.
    nonisolated(unsafe) static let sha256 = unsafe require(EVP_MD_fetch(nil, "SHA256", nil), "SHA-256")
    nonisolated(unsafe) static let aes256GCM = unsafe require(
        EVP_CIPHER_fetch(nil, "AES-256-GCM", nil), "AES-256-GCM")

    /// Stops the process unless libcrypto answered with an object.
    ///
    /// It answers with none when memory ran out or its providers are broken. A wrong digest in a ledger is
    /// worse than no answer at all.
    static func require(_ object: OpaquePointer?, _ what: StaticString) -> OpaquePointer {
        guard let object = unsafe object else { fatalError("libcrypto cannot provide \(what)") }
        return unsafe object
    }

    /// Stops the process unless libcrypto answered 1 for success.
    static func require(_ status: Int32, _ what: StaticString) {
        guard status == 1 else { fatalError("libcrypto failed at \(what)") }
    }

    /// Overwrites bytes in a way the compiler may not leave out.
    static func wipe(_ bytes: inout [UInt8]) {
        unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe OPENSSL_cleanse(buffer.baseAddress, buffer.count)
        }
    }
}
