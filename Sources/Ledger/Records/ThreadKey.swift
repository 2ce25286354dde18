import Cryptography

/// The key of one thread: one subject and one purpose.
///
/// When it is destroyed, so is what the thread's records say.
struct ThreadKey: Sendable {
    private let key: SecretKey

    init(_ key: SecretKey) { self.key = key }

    /// The opening of a record's commitment.
    func opening(of record: RecordID) -> [UInt8] { derived("opening", record).bytes }

    /// Seals the canonical text of a record.
    func seal(_ payload: [UInt8], of record: RecordID, random: any RandomSource) throws -> [UInt8] {
        try SealedBox.seal(payload, key: secret("payload", record), context: record.bytes, random: random)
    }

    /// Opens the canonical text of a record.
    func open(_ box: [UInt8], of record: RecordID) throws -> [UInt8] {
        try SealedBox.open(box, key: secret("payload", record), context: record.bytes)
    }

    /// Seals a file of evidence.
    func seal(evidence: [UInt8], of record: RecordID, position: Int, random: any RandomSource) throws
        -> [UInt8]
    {
        let key = secret("evidence/\(position)", record)
        return try SealedBox.seal(evidence, key: key, context: record.bytes, random: random)
    }

    /// Opens a file of evidence.
    func open(evidence box: [UInt8], of record: RecordID, position: Int) throws -> [UInt8] {
        try SealedBox.open(box, key: secret("evidence/\(position)", record), context: record.bytes)
    }

    /// `HMAC-SHA256(K_t, label || 00 || rid)`.
    private func derived(_ label: String, _ record: RecordID) -> Digest {
        var mac = HMACSHA256(key: key)
        return mac.authenticate(Array(label.utf8), [0], record.bytes)
    }

    private func secret(_ label: String, _ record: RecordID) -> SecretKey {
        SecretKey(derived(label, record))
    }
}
