import COpenSSL

/// The random generator of libcrypto (SP 800-90A), which the operating system seeds.
package struct SystemRandom: RandomSource {
    /// Makes the source; all of them share one generator per thread.
    package init() {}

    /// Draws `count` bytes that are fit for keys and nonces.
    ///
    /// - Throws: ``CryptographyError`` when the generator has no seed or `count` is out of range.
    package func bytes(_ count: Int) throws(CryptographyError) -> [UInt8] {
        guard let length = Int32(exactly: count), length >= 0 else { throw .randomnessUnavailable }
        var bytes = [UInt8](repeating: 0, count: count)
        guard unsafe RAND_bytes(&bytes, length) == 1 else {
            ERR_clear_error()
            throw .randomnessUnavailable
        }
        return bytes
    }
}
