import COpenSSL

/// A hash by which other programs exchange things, and nothing here is protected.
///
/// MD5 and SHA-1 are broken as signs of anything; they are here to understand lists that others hashed. A system may
/// refuse them.
@safe package final class ForeignHash: Sendable {
    /// The algorithms of such lists.
    package enum Algorithm: String, Sendable {
        /// RFC 1321.
        case md5 = "MD5"
        /// FIPS 180-4.
        case sha1 = "SHA1"
        /// FIPS 180-4.
        case sha256 = "SHA256"
    }

    // Never changed after it was fetched, and counted atomically, so that threads may share it.
    nonisolated(unsafe) private let algorithm: OpaquePointer

    /// Finds an algorithm.
    ///
    /// - Throws: ``CryptographyError/Code/algorithmUnavailable`` where the system's policy forbids it.
    package init(_ wanted: Algorithm) throws(CryptographyError) {
        guard let found = unsafe EVP_MD_fetch(nil, wanted.rawValue, nil) else {
            throw .unavailable(wanted.rawValue)
        }
        unsafe algorithm = found
    }

    deinit { unsafe EVP_MD_free(algorithm) }

    /// Digests a message.
    package func digest(of message: [UInt8]) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { room, count in
            var length: UInt32 = 0
            let status = unsafe message.withUnsafeBytes { bytes in
                unsafe EVP_Digest(
                    bytes.baseAddress, bytes.count, room.baseAddress, &length, algorithm, nil)
            }
            Libcrypto.require(status, "a digest")
            count = Int(length)
        }
    }
}
