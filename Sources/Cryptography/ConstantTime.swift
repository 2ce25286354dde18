import COpenSSL

/// Compares bytes in a time that depends on their number only.
///
/// For tags and other values that somebody could guess byte by byte from the time an answer takes.
package func constantTimeEquals(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe CRYPTO_memcmp(left, right, left.count) == 0
}
