public import Cryptography

/// The hashes of an RFC 6962 tree (section 2.1): a byte in front keeps leaves and nodes apart.
///
/// Each call sets up its own hashing context. Whoever hashes many keeps a ``Frontier`` instead.
public enum TreeHash {
    /// The root of a tree without leaves, `SHA-256("")`.
    public static let empty = SHA256.digest(of: [])

    /// The hash of an entry, `SHA-256(00 || entry)`.
    public static func leaf(_ entry: [UInt8]) -> Digest {
        var hasher = TreeHasher()
        return hasher.leaf(entry)
    }

    /// The hash over two neighbours, `SHA-256(01 || left || right)`.
    public static func node(_ left: Digest, _ right: Digest) -> Digest {
        var hasher = TreeHasher()
        return hasher.node(left, right)
    }
}
