import CanonicalJSON
import Consent
import Cryptography
import Database
import MerkleLog

extension Ledger {
    /// The greatest file of evidence that is sealed, in bytes.
    public static let greatestEvidence = 32 << 20

    /// How far ahead of this machine's clock a claimed time may be, in seconds (rule L11).
    public static let clockTolerance: Int64 = 300

    /// 1971-01-01T00:00:00Z, the year of the first e-mail between two machines.
    static let earliestTime = Instant(seconds: 31_536_000)

    /// Records an act of a subject.
    ///
    /// The same act told twice is answered with the first event. An act without a time is the same as an earlier one
    /// only while nothing else happened in between.
    ///
    /// - Throws: ``LedgerError``; nothing is stored then, unless its code is ``LedgerError/Code/storage``.
    public func record(_ act: SubjectAct) throws -> RecordedEvent {
        guard let event = try record(batch: [act]).first else {
            throw LedgerError(.storage, "Nothing was recorded.", hint: "Run consentgate doctor.")
        }
        return event
    }

    func check(_ act: SubjectAct) throws {
        let isOfRelease = act.kind == .released || act.kind == .releaseConfirmed
        guard isOfRelease == (act.release != nil) else {
            throw LedgerError(
                .invalidRelease, "A release is not recorded as an act of the person.",
                hint: "Use the function for releases, which asks for its reason and its end.")
        }
        try ToldFacts.check(act.told, mayBeEmpty: false, isOpen: false)
        if let claimed = act.occurredAt, claimed > now.advanced(by: Self.clockTolerance) {
            throw LedgerError(
                .futureTime, "The time \(claimed) lies in the future; it is now \(now).",
                hint: "Give the time at which it happened, with its zone.")
        }
        if let claimed = act.occurredAt, claimed < Self.earliestTime {
            throw LedgerError(
                .implausibleTime, "The time \(claimed) lies before the first e-mail was sent.",
                hint: "Give the time at which it happened, or leave it away if nobody can say.")
        }
        if act.purpose != .everything { try require(act.purpose) }
        if let reference = act.wording, wording(reference) == nil { throw unknownWording(reference) }
        if act.evidence.contains(where: \.bytes.isEmpty) {
            throw LedgerError(
                .emptyEvidence, "A file of evidence is empty, and shows nothing.",
                hint: "Give the file that shows the act.")
        }
        for file in act.evidence where file.keeping == .sealed && file.bytes.count > Self.greatestEvidence {
            throw LedgerError(
                .evidenceTooLarge, "A file of evidence is over \(Self.greatestEvidence >> 20) MiB.",
                hint: "Use --hash-only and keep the file yourself, or give a smaller extract.")
        }
    }

    static func describe(_ file: SubjectAct.EvidenceFile) throws -> Evidence {
        guard let digest = ContentDigest(hex: SHA256.digest(of: file.bytes).hex) else {
            throw LedgerError(.storage, "A digest could not be computed.", hint: "Run consentgate doctor.")
        }
        return Evidence(digest: digest, kind: file.kind, size: Int64(file.bytes.count), keeping: file.keeping)
    }

    /// What makes an act the same act: everything that was told, keyed so that the vault holds no plain digest of it.
    ///
    /// Of an imported act it is what is claimed and by which system, not where in which file it stood: the same claim
    /// in another export is the same. One without a time is told apart by its file, too.
    func idempotency(_ act: SubjectAct, _ files: [Evidence], after: RecordID?) -> [UInt8] {
        let mark = act.imported
        let told = JSONValue.object(of: [
            "kind": .string(act.kind.rawValue), "address": .string(act.address.normalized),
            "purpose": .string(act.purpose.id),
            "occurredAt": act.release == nil
                ? (mark?.claimedAt ?? act.occurredAt).map { .string($0.description) } : nil,
            "wording": act.wording.map { .string($0.description) },
            "method": act.method.map { .string($0.rawValue) },
            "evidence": mark == nil
                ? .array(files.map { .string($0.digest.hex + " " + $0.keeping.rawValue) }) : nil,
            "source": mark == nil ? act.source.map { .string($0) } : nil,
            "ip": mark == nil ? act.ip.map { .string($0) } : nil,
            "reason": act.reason.map { .string($0) }, "after": after.map { .string($0.description) },
            "import": mark.map { .string($0.system) },
            "file": act.occurredAt == nil ? mark.map { .string($0.file.hex) } : nil,
            "told": ToldFacts.json(of: act.told), "release": act.release.map { .object($0.said) },
        ])
        var mac = HMACSHA256(key: keys.lookup)
        return mac.authenticate(Array("idempotency/v1".utf8), [0], told.canonicalBytes).bytes
    }
}
