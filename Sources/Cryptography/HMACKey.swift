import COpenSSL

/// A key of HMAC with SHA-256 (RFC 2104, FIPS 198-1), hashed once for all messages to come.
///
/// It holds what SHA-256 has come to after the key's block, inside and outside; a message of up to 55 bytes then costs two
/// compressions and no heap. Any number of threads may use one. The states are as secret as the key, and are
/// overwritten when nobody needs them any more.
@safe package final class HMACKey: Sendable {
    // Written only in init and deinit, when a single owner holds the object.
    nonisolated(unsafe) let states: UnsafeMutablePointer<copenssl_hmac>

    /// Takes a key of any length, also none.
    package init(_ key: [UInt8]) {
        unsafe states = .allocate(capacity: 1)
        unsafe states.initialize(to: copenssl_hmac())
        unsafe copenssl_hmac_key(states, key, key.count)
    }

    /// Takes a secret key of 32 bytes.
    package init(_ key: SecretKey) {
        unsafe states = .allocate(capacity: 1)
        unsafe states.initialize(to: copenssl_hmac())
        unsafe key.withUnsafeBytes { buffer in
            unsafe copenssl_hmac_key(states, buffer.bindMemory(to: UInt8.self).baseAddress, buffer.count)
        }
    }

    deinit {
        unsafe OPENSSL_cleanse(states, MemoryLayout<copenssl_hmac>.size)
        unsafe states.deallocate()
    }

    /// Authenticates one message.
    package func authenticate(_ message: Span<UInt8>) -> Digest {
        unsafe Digest { target in
            unsafe message.withUnsafeBufferPointer { bytes in
                unsafe copenssl_hmac_once(states, bytes.baseAddress, bytes.count, target)
            }
        }
    }

    /// Authenticates one message that lies anywhere in memory.
    package func authenticate(_ message: UnsafeRawBufferPointer) -> Digest {
        unsafe Digest { target in
            unsafe copenssl_hmac_once(
                states, message.bindMemory(to: UInt8.self).baseAddress, message.count, target)
        }
    }

    /// Authenticates many messages that lie one after the other in memory.
    ///
    /// - Parameters:
    ///   - ends: Where each message ends and the next begins; the first begins at 0. They rise and stay within `bytes`;
    ///     a place that does not is taken for the nearest that does.
    ///   - codes: Takes the code of each, as far as there is room.
    package func authenticate(
        _ bytes: Span<UInt8>, ends: Span<UInt32>, into codes: inout MutableSpan<Digest>
    ) {
        var start = 0
        for place in 0..<min(ends.count, codes.count) {
            let end = min(max(Int(ends[place]), start), bytes.count)
            codes[place] = authenticate(bytes.extracting(start..<end))
            start = end
        }
    }
}
