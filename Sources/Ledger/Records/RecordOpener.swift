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
        guard
            var bytes = try? sealer.open(
                record.wrappedKey, key: wrapping, context: lookup + Array(purpose.id.utf8)),
            let secret = SecretKey(wiping: &bytes)
        else { return nil }
        let key = HMACKey(secret)
        let payloadKey = SecretKey(key.authenticate((payloadLabel + record.rid).span))
        guard let text = try? sealer.open(record.payload, key: payloadKey, context: record.rid) else {
            return nil
        }
        let opening = key.authenticate((openingLabel + record.rid).span)
        return Commitment.leaf(opening: opening.bytes, record: text) == record.leaf ? text : nil
    }
}
