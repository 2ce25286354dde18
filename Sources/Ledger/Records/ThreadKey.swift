import Cryptography

/// The key of one thread: one subject and one purpose.
///
/// When it is destroyed, so is what the thread's records say.
struct ThreadKey: Sendable {
    private let key: SecretKey

    init(_ key: SecretKey) { self.key = key }

    /// The opening of a record's commitment.
    func opening(of record: RecordID) -> [UInt8] {
        var mac = RekeyedHMAC()
        return opening(of: record, with: &mac).bytes
    }

    /// Opens the canonical text of a record.
    func open(_ box: [UInt8], of record: RecordID) throws -> [UInt8] {
        var mac = RekeyedHMAC()
        return try SealedBox.open(box, key: payloadKey(of: record, with: &mac), context: record.bytes)
    }

    /// Opens a file of evidence.
    func open(evidence box: [UInt8], of record: RecordID, position: Int) throws -> [UInt8] {
        var mac = RekeyedHMAC()
        return try SealedBox.open(
            box, key: evidenceKey(of: record, position: position, with: &mac), context: record.bytes)
    }

    /// The opening of a record's commitment, over a context that is kept.
    func opening(of record: RecordID, with mac: inout RekeyedHMAC) -> Digest {
        mac.authenticate(Self.openingLabel + record.bytes, key: key)
    }

    /// The key under which the canonical text of a record is sealed.
    func payloadKey(of record: RecordID, with mac: inout RekeyedHMAC) -> SecretKey {
        SecretKey(mac.authenticate(Self.payloadLabel + record.bytes, key: key))
    }

    /// The key under which a file of evidence is sealed.
    func evidenceKey(of record: RecordID, position: Int, with mac: inout RekeyedHMAC) -> SecretKey {
        let label = position == 0 ? Self.firstFileLabel : Array("evidence/\(position)".utf8) + [0]
        return SecretKey(mac.authenticate(label + record.bytes, key: key))
    }

    // `HMAC-SHA256(K_t, label || 00 || rid)`.
    private static let openingLabel = Array("opening".utf8) + [0]
    private static let payloadLabel = Array("payload".utf8) + [0]
    private static let firstFileLabel = Array("evidence/0".utf8) + [0]
}
