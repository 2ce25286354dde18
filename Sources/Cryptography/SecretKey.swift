import COpenSSL

/// A secret key of exactly 32 bytes, which no print, dump or interpolation shows.
///
/// Copies share one piece of memory that is overwritten when the last of them goes. It is not `Codable` on
/// purpose: a key leaves the process only where somebody wrote ``exposedBytes()``.
@safe package struct SecretKey: Sendable {
    /// How many bytes a key has.
    package static let byteCount = SecretBytes.count

    private let storage: SecretBytes

    /// Takes 32 bytes as they are; `nil` for any other number.
    ///
    /// The caller's copy stays the caller's to wipe.
    package init?(bytes: [UInt8]) {
        guard bytes.count == SecretKey.byteCount else { return nil }
        storage = unsafe bytes.withUnsafeBytes { buffer in unsafe SecretBytes(copying: buffer) }
    }

    /// Takes 32 bytes and overwrites them where they lay; `nil` for any other number.
    package init?(wiping bytes: inout [UInt8]) {
        defer { Libcrypto.wipe(&bytes) }
        self.init(bytes: bytes)
    }

    /// Reads 64 hexadecimal digits of either case; `nil` for anything else.
    package init?(hex: String) {
        guard var bytes = Hex.decode(hex) else { return nil }
        defer { Libcrypto.wipe(&bytes) }
        self.init(bytes: bytes)
    }

    /// Reads the line of a key file, 64 hexadecimal digits of either case and a newline; `nil` for anything else.
    ///
    /// The caller's copy stays the caller's to wipe; there is no other.
    package init?(line: Span<UInt8>) {
        guard line.count == SecretKey.byteCount * 2 + 1, line[line.count - 1] == 0x0A else {
            return nil
        }
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: SecretKey.byteCount, alignment: 8)
        defer {
            unsafe OPENSSL_cleanse(bytes.baseAddress, bytes.count)
            unsafe bytes.deallocate()
        }
        for place in 0..<SecretKey.byteCount {
            guard let high = Hex.value(of: line[2 * place]),
                let low = Hex.value(of: line[2 * place + 1])
            else { return nil }
            unsafe bytes[place] = high << 4 | low
        }
        storage = unsafe SecretBytes(copying: UnsafeRawBufferPointer(bytes))
    }

    /// Makes a key of a keyed digest, as when one key is derived from another with HMAC.
    package init(_ digest: Digest) {
        storage = unsafe digest.withUnsafeBytes { buffer in unsafe SecretBytes(copying: buffer) }
    }

    /// Draws a new key.
    ///
    /// - Throws: ``CryptographyError`` when the source of randomness gives none.
    package static func generate(from random: some RandomSource) throws(CryptographyError) -> SecretKey {
        var bytes = try random.bytes(SecretKey.byteCount)
        defer { Libcrypto.wipe(&bytes) }
        guard let key = SecretKey(bytes: bytes) else { throw .randomnessUnavailable }
        return key
    }

    /// Lends the bytes where they lie.
    package func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bytes = unsafe storage.buffer.bindMemory(to: UInt8.self)
        defer { extendLifetime(storage) }
        return try body(unsafe bytes.span)
    }

    /// A copy of the bytes that nobody wipes: only for writing a key file.
    package func exposedBytes() -> [UInt8] {
        unsafe withUnsafeBytes { buffer in unsafe Array(buffer) }
    }

    /// Lends the bytes to C.
    func withUnsafeBytes<Result: ~Copyable>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        defer { extendLifetime(storage) }
        return unsafe body(storage.buffer)
    }
}

extension SecretKey: Equatable {
    /// Compares all 32 bytes in a time that does not depend on them.
    package static func == (left: SecretKey, right: SecretKey) -> Bool {
        unsafe left.withUnsafeBytes { mine in
            unsafe right.withUnsafeBytes { theirs in
                unsafe CRYPTO_memcmp(mine.baseAddress, theirs.baseAddress, SecretKey.byteCount) == 0
            }
        }
    }
}

extension SecretKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the key.
    package var description: String { "<REDACTED>" }

    /// Never the key.
    package var debugDescription: String { "<REDACTED>" }

    /// A mirror without children, so that `dump` finds nothing either.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
