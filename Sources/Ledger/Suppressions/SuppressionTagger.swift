import Consent
import Cryptography

/// Makes tags of the do-not-mail list out of addresses and of hashes.
///
/// A tag is `HMAC-SHA256(suppress.key, "suppress/v1" || 00 || kind || 00 || text)`; of a hash the text is its
/// hexadecimal digits. Without the key no guess can be tested, not even by whoever has the hashed list.
final class SuppressionTagger {
    private var mac: HMACSHA256
    /// Algorithms that were needed already.
    private var algorithms: [AddressHash.Kind: ForeignHash] = [:]

    init(key: SecretKey) { mac = HMACSHA256(key: key) }

    /// The tags by which an address is put on the list.
    func tags(of address: EmailAddress) -> [SuppressionTag] {
        let sure = [tag(.exact, address.normalized), tag(.loose, address.withoutTag)]
        return sure + (address.dotlessMailbox.map { [tag(.mailbox, $0)] } ?? [])
    }

    /// The tags by which an address may stand there.
    ///
    /// - Parameter kinds: The kinds of hashes to be thought of; none costs nothing.
    func tags(of address: EmailAddress, hashedAs kinds: [AddressHash.Kind]) throws -> [SuppressionTag] {
        guard !kinds.isEmpty else { return tags(of: address) }
        let forms = address.hashedForms.map { Array($0.utf8) }
        let hashed = try kinds.flatMap { kind in
            let algorithm = try algorithm(of: kind)
            return forms.map { tag(kind.match, Hex.encode(algorithm.digest(of: $0))) }
        }
        return tags(of: address) + hashed
    }

    /// The tag of a hash.
    func tag(of hash: AddressHash) -> SuppressionTag { tag(hash.kind.match, hash.digits) }

    private func tag(_ match: SuppressionTag.Match, _ text: String) -> SuppressionTag {
        let bytes = mac.authenticate(
            Array("suppress/v1".utf8), [0], Array(match.rawValue.utf8), [0], Array(text.utf8)
        ).bytes
        return SuppressionTag(match: match, bytes: bytes)
    }

    private func algorithm(of kind: AddressHash.Kind) throws -> ForeignHash {
        if let known = algorithms[kind] { return known }
        let algorithm = try ForeignHash(kind.algorithm)
        algorithms[kind] = algorithm
        return algorithm
    }
}

extension AddressHash.Kind {
    /// How tags of it are marked.
    var match: SuppressionTag.Match {
        switch self {
        case .md5: .md5
        case .sha1: .sha1
        case .sha256: .sha256
        }
    }

    var algorithm: ForeignHash.Algorithm {
        switch self {
        case .md5: .md5
        case .sha1: .sha1
        case .sha256: .sha256
        }
    }
}
