import Consent
import Cryptography

/// Keys fingerprints, so that nobody without the ledger's keys can test a guess against them.
///
/// Its key is made of `lookup.key`: `HMAC-SHA256(lookup.key, "source-register/v1" || 00)`. An address has no zero
/// byte, and so no look-up of an address gives it; ledgers of before there were sources have it too.
final class FingerprintKey {
    private var mac: HMACSHA256

    init(lookup: SecretKey) {
        var root = HMACSHA256(key: lookup)
        mac = HMACSHA256(key: SecretKey(root.authenticate(Array("source-register/v1".utf8), [0])))
    }

    /// `HMAC-SHA256(key, kind || 00 || text)`, the first 16 bytes.
    func tag(_ fingerprint: Fingerprint) -> SourceStore.Tag {
        mac.update(Array(fingerprint.kind.rawValue.utf8))
        mac.update([0])
        mac.update(Array(fingerprint.text.utf8))
        return SourceStore.Tag(
            kind: Self.number(of: fingerprint.kind),
            bytes: Array(mac.finalize().bytes.prefix(SourceStore.tagSize)))
    }

    /// The number of a kind in the store; it never changes.
    private static func number(of kind: Fingerprint.Kind) -> Int64 {
        switch kind {
        case .address: 1
        case .profile: 2
        case .nameCompany: 3
        case .nameDate: 4
        case .name: 5
        }
    }
}
