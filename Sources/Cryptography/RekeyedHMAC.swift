import COpenSSL

/// HMAC with SHA-256 (RFC 2104, FIPS 198-1) under another key for each message, in memory that is used again.
///
/// ``HMACKey`` hashes its key once for many messages, and takes memory for it. Where a key has but a few messages, this
/// is the same construction in one place.
@safe package struct RekeyedHMAC: ~Copyable {
    private let states: UnsafeMutablePointer<copenssl_hmac>

    /// Makes a context that knows no key.
    package init() {
        unsafe states = .allocate(capacity: 1)
        unsafe states.initialize(to: copenssl_hmac())
    }

    deinit {
        unsafe OPENSSL_cleanse(states, MemoryLayout<copenssl_hmac>.size)
        unsafe states.deallocate()
    }

    /// Authenticates one message; of the key nothing stays here.
    package mutating func authenticate(_ message: [UInt8], key: SecretKey) -> Digest {
        unsafe key.withUnsafeBytes { buffer in
            unsafe copenssl_hmac_key(states, buffer.bindMemory(to: UInt8.self).baseAddress, buffer.count)
        }
        let code = unsafe Digest { target in
            unsafe message.withUnsafeBufferPointer { bytes in
                unsafe copenssl_hmac_once(states, bytes.baseAddress, bytes.count, target)
            }
        }
        unsafe OPENSSL_cleanse(states, MemoryLayout<copenssl_hmac>.size)
        return code
    }
}
