import Cryptography

/// How a derived file is laid out: blocks of 4 KiB, then their checksums, then the checksums of those, then a seal.
///
/// A checksum is the first half of a block's SHA-256. Those of 256 blocks fill one block; the checksums of these
/// blocks follow, and the last block, the seal, holds the digest of them and a code that only the owner of a key can
/// make. So any one block is checked by hashing it and, once, the block that holds its checksum.
enum BlockLayout {
    static let blockSize = 4096
    static let sumSize = 16
    static let sumsPerBlock = blockSize / sumSize
    static let magic: [UInt8] = Array("CGLOOK01".utf8)
    static let greatestBinding = 1024
    static let greatestSections = 8

    // Places within the seal.
    static let blockCountPlace = 8
    static let sectionsPlace = 16
    static let digestPlace = sectionsPlace + greatestSections * 16
    static let bindingPlace = digestPlace + 32
    static let codePlace = blockSize - Digest.byteCount

    static func blocks(of bytes: Int) -> Int { bytes / blockSize + (bytes % blockSize == 0 ? 0 : 1) }

    /// The checksum of a block.
    static func sum(of block: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        let digest = unsafe SHA256.digest(of: block)
        return unsafe digest.withUnsafeBytes { bytes in
            unsafe (
                bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            )
        }
    }
}

/// Why a derived file is not used.
package enum BlockFileFault: String, Error, Sendable {
    /// There is none.
    case missing
    /// It is cut, altered, of another form or made under another key.
    case damaged
    /// The system would not read it.
    case unreadable
}
