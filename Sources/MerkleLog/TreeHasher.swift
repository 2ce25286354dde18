package import Cryptography

/// The two hash functions of RFC 6962 section 2.1 over one reused context, for loops over many hashes.
package struct TreeHasher: ~Copyable {
    private var sha256 = SHA256()

    /// Makes a hasher.
    package init() {}

    /// The hash of an entry, `SHA-256(00 || entry)`.
    package mutating func leaf(_ entry: [UInt8]) -> Digest { sha256.digest(tag: 0x00, entry) }

    /// The hash of an entry that lies within other bytes.
    package mutating func leaf(_ entry: Span<UInt8>) -> Digest { sha256.digest(tag: 0x00, entry) }

    /// The hash over two neighbours, `SHA-256(01 || left || right)`.
    package mutating func node(_ left: Digest, _ right: Digest) -> Digest {
        sha256.digest(tag: 0x01, left, right)
    }

    /// The root over a row of hashes whose number is a power of two.
    package mutating func perfectRoot(_ hashes: ArraySlice<Digest>) -> Digest {
        var row = Array(hashes)
        while row.count > 1 {
            let half = row.count / 2
            for place in 0..<half { row[place] = node(row[2 * place], row[2 * place + 1]) }
            row.removeLast(row.count - half)
        }
        return row.first ?? TreeHash.empty
    }
}
