/// Where random bytes come from, so that tests can set them.
package protocol RandomSource: Sendable {
    /// Draws `count` bytes.
    ///
    /// - Throws: ``CryptographyError`` when there are none.
    func bytes(_ count: Int) throws(CryptographyError) -> [UInt8]
}
