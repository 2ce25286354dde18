import COpenSSL

/// How a passphrase is stretched into a key, so that guessing it is dear (RFC 7914).
///
/// One guess costs 128 · N · r bytes of memory, 128 MiB as it is made here.
public struct Scrypt: Hashable, Sendable {
    /// The cost, a power of two: N.
    public let cost: UInt64
    /// The size of a block: r.
    public let blockSize: UInt64
    /// How many times it is done side by side: p.
    public let parallelism: UInt64
    /// Random bytes that make each stretching one of its own.
    public let salt: [UInt8]

    /// The most memory that parameters from a file may ask for.
    private static let greatestMemory: UInt64 = 1 << 30

    /// Takes parameters, as they stand in a file; `nil` where they are none, too weak, or would take too much memory.
    package init?(cost: UInt64, blockSize: UInt64, parallelism: UInt64, salt: [UInt8]) {
        guard (1 << 10...1 << 24).contains(cost), cost & (cost - 1) == 0, (1...64).contains(blockSize),
            (1...16).contains(parallelism), cost * blockSize * 128 <= Self.greatestMemory,
            (4...64).contains(salt.count)
        else { return nil }
        (self.cost, self.blockSize, self.parallelism) = (cost, blockSize, parallelism)
        self.salt = salt
    }

    /// Fresh parameters: N = 2^17, r = 8, p = 1, and a salt of 16 bytes.
    ///
    /// - Throws: ``CryptographyError`` when the source of randomness gives none.
    package static func fresh(
        cost: UInt64 = 1 << 17, from random: some RandomSource
    ) throws(CryptographyError) -> Scrypt {
        guard
            let made = Scrypt(cost: cost, blockSize: 8, parallelism: 1, salt: try random.bytes(16))
        else { throw .randomnessUnavailable }
        return made
    }

    /// Stretches a passphrase.
    ///
    /// - Throws: ``CryptographyError`` where the system's library does not offer scrypt, or has no memory for it.
    package func key(from passphrase: Passphrase) throws(CryptographyError) -> SecretKey {
        var isDone = false
        let bytes = unsafe SecretBytes(count: SecretKey.byteCount) { target in
            unsafe passphrase.withUnsafeBytes { secret in
                isDone =
                    unsafe copenssl_scrypt(
                        secret.baseAddress, secret.count, salt, salt.count, cost, UInt32(blockSize),
                        UInt32(parallelism), target.baseAddress, target.count) == 1
            }
        }
        guard isDone else {
            ERR_clear_error()
            throw .unavailable("scrypt")
        }
        return SecretKey(bytes)
    }
}
