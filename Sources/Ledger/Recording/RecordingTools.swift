import CanonicalJSON
import Consent
import Cryptography

/// What recording needs of cryptography and text, set up once for many acts.
///
/// Each function gives what its plain counterpart gives: ``Ledger/lookup(_:)``, ``ThreadKey``, ``Commitment`` and
/// ``SealedBox``; only the contexts are kept.
final class RecordingTools {
    private let wrappingKey: SecretKey
    private var lookupMAC: HMACSHA256
    private var commitmentMAC = HMACSHA256(key: Commitment.label)
    private var threadMAC = RekeyedHMAC()
    private var sealer = Sealer()
    private var sha256 = SHA256()
    private var writer = CanonicalWriter()
    private let random: RandomPool

    /// Bytes of randomness that are drawn at once where many acts need some.
    private static let readAhead = 8192

    /// - Parameter isForMany: Whether more than one act is to be recorded.
    init(_ keys: KeyRing, random: any RandomSource, isForMany: Bool) {
        wrappingKey = keys.wrapping
        lookupMAC = HMACSHA256(key: keys.lookup)
        self.random = RandomPool(random, readAhead: isForMany ? Self.readAhead : 0)
    }

    /// What a subject is found by.
    func lookup(_ address: EmailAddress) -> [UInt8] {
        lookupMAC.update(Array(address.normalized.utf8))
        return Array(lookupMAC.finalize().bytes.prefix(16))
    }

    /// A file as its record tells of it.
    func describe(_ file: SubjectAct.EvidenceFile) throws -> Evidence {
        sha256.update(file.bytes)
        guard let digest = ContentDigest(bytes: sha256.finalize().bytes) else {
            throw LedgerError(.storage, "A digest could not be computed.", hint: "Run consentgate doctor.")
        }
        return Evidence(digest: digest, kind: file.kind, size: Int64(file.bytes.count), keeping: file.keeping)
    }

    private static let idempotencyLabel = Array("idempotency/v1".utf8) + [0]

    /// What makes an act the same act, keyed.
    func idempotency(_ act: SubjectAct, _ files: [Evidence], after: RecordID?) -> [UInt8] {
        writer.reset()
        act.writeIdentity(files, after: after, to: &writer)
        lookupMAC.update(Self.idempotencyLabel)
        lookupMAC.update(writer.bytes)
        return lookupMAC.finalize().bytes
    }

    /// The canonical text R of an act.
    func record(_ draft: RecordDraft) -> [UInt8] {
        writer.reset()
        draft.write(to: &writer)
        return writer.bytes
    }

    /// A name for a record: the second of its recording, and 88 random bits.
    ///
    /// The record itself says the same moment. Names of one import so lie side by side in their index, where names that are
    /// wholly random would each touch a page of their own.
    func freshRecordID(at moment: Instant) throws -> RecordID {
        var bytes = try random.take(16)
        guard bytes.count == 16 else {
            throw LedgerError(.key, "No randomness could be had.", hint: "Try again.")
        }
        let seconds = UInt64(bitPattern: moment.seconds)
        for place in 0..<5 { bytes[place] = UInt8(truncatingIfNeeded: seconds >> (32 - 8 * UInt64(place))) }
        guard let rid = RecordID(bytes: bytes) else {
            throw LedgerError(.key, "No randomness could be had.", hint: "Try again.")
        }
        return rid
    }

    /// A key for a thread.
    func freshThreadKey() throws -> SecretKey { try random.key() }

    /// A thread's key as it is stored.
    func wrap(_ key: SecretKey, _ lookup: [UInt8], _ purpose: Purpose) throws -> [UInt8] {
        try sealer.wrap(
            key, key: wrappingKey, context: lookup + Array(purpose.id.utf8), nonce: try nonce())
    }

    /// The leaf of a record.
    func leaf(_ record: [UInt8], of rid: RecordID, _ key: ThreadKey) -> [UInt8] {
        commitmentMAC.update(key.opening(of: rid, with: &threadMAC))
        commitmentMAC.update(record)
        return Commitment.leaf(commitmentMAC.finalize())
    }

    /// The text of a record, sealed.
    func seal(_ record: [UInt8], of rid: RecordID, _ key: ThreadKey) throws -> [UInt8] {
        try sealer.seal(
            record, key: key.payloadKey(of: rid, with: &threadMAC), context: rid.bytes, nonce: try nonce())
    }

    /// A file of evidence, sealed.
    func seal(evidence: [UInt8], of rid: RecordID, position: Int, _ key: ThreadKey) throws -> [UInt8] {
        let secret = key.evidenceKey(of: rid, position: position, with: &threadMAC)
        return try sealer.seal(evidence, key: secret, context: rid.bytes, nonce: try nonce())
    }

    /// The files of an act, each sealed where a copy is to be kept.
    func seal(
        _ content: [SubjectAct.EvidenceFile], _ files: [Evidence], of rid: RecordID, _ key: ThreadKey
    ) throws -> [[UInt8]?] {
        var sealed: [[UInt8]?] = []
        for (place, file) in files.enumerated() {
            sealed.append(
                file.keeping == .sealed
                    ? try seal(evidence: content[place].bytes, of: rid, position: place, key) : nil)
        }
        return sealed
    }

    private func nonce() throws -> [UInt8] { try random.take(Sealer.nonceCount) }
}
