/// Random bytes for many small needs, drawn from their source in larger pieces.
///
/// A call of the generator costs more than the bytes of a nonce. What is handed out is overwritten here at once.
package final class RandomPool {
    private let source: any RandomSource
    private let readAhead: Int
    private var bytes: [UInt8] = []
    private var next = 0

    /// A pool over a source.
    ///
    /// - Parameters:
    ///   - source: Where the bytes come from.
    ///   - readAhead: How many are drawn at once; 0 for exactly those that are asked for.
    package init(_ source: any RandomSource, readAhead: Int) {
        self.source = source
        self.readAhead = readAhead
    }

    deinit { Libcrypto.wipe(&bytes) }

    /// Draws bytes.
    ///
    /// - Throws: ``CryptographyError`` when the source has none.
    package func take(_ count: Int) throws(CryptographyError) -> [UInt8] {
        guard count < readAhead else { return try source.bytes(count) }
        if bytes.count - next < count {
            bytes = try source.bytes(readAhead)
            next = 0
            guard bytes.count >= count else { throw .randomnessUnavailable }
        }
        let taken = Array(bytes[next..<next + count])
        for place in next..<next + count { bytes[place] = 0 }
        next += count
        return taken
    }

    /// Draws a key.
    ///
    /// - Throws: ``CryptographyError`` when the source has none.
    package func key() throws(CryptographyError) -> SecretKey {
        var bytes = try take(SecretKey.byteCount)
        defer { Libcrypto.wipe(&bytes) }
        guard let key = SecretKey(bytes: bytes) else { throw .randomnessUnavailable }
        return key
    }
}
