import Consent
import Cryptography

/// Opens many records one after the other, with algorithms and contexts that are kept in between.
///
/// It opens what ``Ledger/opened(_:)`` opens and checks what that checks; what it does not open is opened there, which
/// says why.
final class RecordOpener {
    private let wrapping: SecretKey
    private var sealer = Sealer()
    private let openingLabel = Array("opening".utf8) + [0]
    private let payloadLabel = Array("payload".utf8) + [0]

    /// - Parameter wrapping: The key under which the keys of threads are wrapped.
    init(_ wrapping: SecretKey) { self.wrapping = wrapping }

    /// The canonical text of a record, if it opens and is what its leaf committed to.
    func text(of record: VaultScan.SealedRecord, _ lookup: [UInt8], _ purpose: Purpose) -> [UInt8]? {
        key(of: record, lookup, purpose).flatMap { text(of: record, $0) }
    }

    /// The key of a record's thread, if it opens.
    func key(of record: VaultScan.SealedRecord, _ lookup: [UInt8], _ purpose: Purpose) -> HMACKey? {
        guard
            var bytes = try? sealer.open(
                record.wrappedKey, key: wrapping, context: lookup + Array(purpose.id.utf8)),
            let secret = SecretKey(wiping: &bytes)
        else { return nil }
        return HMACKey(secret)
    }

    /// The canonical text of a record of a thread, if it opens and is what its leaf committed to.
    func text(of record: VaultScan.SealedRecord, _ key: HMACKey) -> [UInt8]? {
        let payloadKey = SecretKey(key.authenticate((payloadLabel + record.rid).span))
        guard let text = try? sealer.open(record.payload, key: payloadKey, context: record.rid) else {
            return nil
        }
        let opening = key.authenticate((openingLabel + record.rid).span)
        return Commitment.leaf(opening: opening.bytes, record: text) == record.leaf ? text : nil
    }

    /// The content of a file of evidence of a record, if it opens.
    func content(of box: [UInt8], place: Int, _ record: VaultScan.SealedRecord, _ key: HMACKey) -> [UInt8]? {
        let label = Array("evidence/\(place)".utf8) + [0]
        let secret = SecretKey(key.authenticate((label + record.rid).span))
        return try? sealer.open(box, key: secret, context: record.rid)
    }
}
