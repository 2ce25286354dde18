import Cryptography

/// How a record becomes a leaf of the public log without showing anything of itself.
///
/// `C = HMAC-SHA256(label, opening || R)` and `leaf = 01 || C`: 33 bytes, the same for every kind of record. Without the
/// 32 random bytes of the opening nobody can test a guess of R against C; once the opening is destroyed,
/// nobody ever can.
package enum Commitment {
    /// Bytes of a leaf.
    package static let leafSize = 33
    /// Bytes of an opening.
    package static let openingSize = 32

    /// The key under which all records are committed to.
    static let label = Array("consent-ledger/commitment/v1".utf8)
    private static let key = HMACKey(label)

    /// The leaf of a record.
    package static func leaf(opening: [UInt8], record: [UInt8]) -> [UInt8] {
        var mac = HMACSHA256(key)
        return leaf(mac.authenticate(opening, record))
    }

    /// The leaf of a commitment.
    static func leaf(_ commitment: Digest) -> [UInt8] {
        var leaf: [UInt8] = []
        leaf.reserveCapacity(leafSize)
        leaf.append(0x01)
        leaf.append(contentsOf: commitment.bytes)
        return leaf
    }

    /// What a receipt carries beside its proof: the opening and the record.
    package static func disclosed(opening: [UInt8], record: [UInt8]) -> [UInt8] { opening + record }

    /// Takes a receipt's extra data apart, or gives nil if it is too short.
    package static func parts(of disclosed: [UInt8]) -> (opening: [UInt8], record: [UInt8])? {
        guard disclosed.count > openingSize else { return nil }
        return (Array(disclosed.prefix(openingSize)), Array(disclosed.dropFirst(openingSize)))
    }
}
