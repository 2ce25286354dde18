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
        try check(act)
        let files = try act.evidence.map(Self.describe)
        return try appending {
            let lookup = lookup(act.address)
            let thread = try vault.thread(lookup, act.purpose)
            // Whether something happened in between may be told by another thread: who objects to all mail,
            // comes back for one purpose and objects to all mail again has objected twice.
            let between =
                act.occurredAt == nil
                ? try vault.lastEvent(ofSubject: lookup, touching: act.purpose, otherThan: act.kind) : nil
            let idempotency = idempotency(act, files, after: between)
            if let known = try vault.row(idempotency: idempotency) {
                return RecordedEvent(
                    rid: known.rid, index: known.position, recordedAt: known.event.recordedAt,
                    grade: known.event.grade,
                    wasKnown: true, evidence: files)
            }
            if act.kind == .objected {
                // First the tag, then the record: cut short in between, the person is not mailed.
                try suppression.suppress(act.address, scope: act.purpose, since: (act.occurredAt ?? now).day)
            }
            return try append(
                act, files, lookup: lookup, thread: thread,
                previous: try thread.flatMap { try vault.lastEvent(ofThread: $0.id) },
                idempotency)
        }
    }

    private func append(
        _ act: SubjectAct, _ files: [Evidence], lookup: [UInt8], thread: (id: Int64, wrappedKey: [UInt8])?,
        previous: RecordID?, _ idempotency: [UInt8]
    ) throws -> RecordedEvent {
        let rid = try freshRecordID()
        let at = now
        let index = checkpoint.checkpoint.size
        let grade =
            act.kind == .given
            ? Grade(method: act.method, hasEvidence: !files.isEmpty, hasSource: act.source != nil)
            : files.isEmpty ? Grade.attestation : .form
        let json = RecordMembers.subject(
            act, rid: rid, log: origin, recordedAt: at, grade: grade, evidence: files,
            controller: controller?.name,
            previous: previous)
        let event = SubjectEvent(
            sequence: Int64(clamping: index), kind: act.kind, purpose: act.purpose,
            occurredAt: act.occurredAt,
            recordedAt: at, grade: grade, method: act.method, wording: act.wording,
            evidenceCount: files.count,
            hasSource: act.source != nil)
        let leaf = try vault.connection.transaction {
            let key = try thread.map { try unwrap($0.wrappedKey, lookup, act.purpose) } ?? freshThreadKey()
            let threadID =
                try thread?.id
                ?? vault.insertThread(lookup, act.purpose, wrappedKey: try wrap(key, lookup, act.purpose))
            let threadKey = ThreadKey(key)
            let record = json.canonicalBytes
            let leaf = Commitment.leaf(opening: threadKey.opening(of: rid), record: record)
            let evidence = try zip(files, act.evidence).enumerated().map { place, pair in
                let (file, content) = pair
                let sealed =
                    file.keeping == .sealed
                    ? try threadKey.seal(
                        evidence: content.bytes, of: rid, position: place, random: context.random) : nil
                return (file, sealed: sealed)
            }
            try vault.insertPending(
                .init(
                    thread: threadID, rid: rid, leaf: leaf, event: event, idempotency: idempotency,
                    payload: try threadKey.seal(record, of: rid, random: context.random), evidence: evidence))
            return leaf
        }
        try commit([leaf])
        try vault.connection.transaction { try vault.markAllDone() }
        return RecordedEvent(
            rid: rid, index: index, recordedAt: at, grade: grade, wasKnown: false, evidence: files)
    }

    private func check(_ act: SubjectAct) throws {
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

    private static func describe(_ file: SubjectAct.EvidenceFile) throws -> Evidence {
        guard let digest = ContentDigest(hex: SHA256.digest(of: file.bytes).hex) else {
            throw LedgerError(.storage, "A digest could not be computed.", hint: "Run consentgate doctor.")
        }
        return Evidence(digest: digest, kind: file.kind, size: Int64(file.bytes.count), keeping: file.keeping)
    }

    /// What makes an act the same act: everything that was told, keyed so that the vault holds no plain digest of it.
    private func idempotency(_ act: SubjectAct, _ files: [Evidence], after: RecordID?) -> [UInt8] {
        let told = JSONValue.object(of: [
            "kind": .string(act.kind.rawValue), "address": .string(act.address.normalized),
            "purpose": .string(act.purpose.id), "occurredAt": act.occurredAt.map { .string($0.description) },
            "wording": act.wording.map { .string($0.description) },
            "method": act.method.map { .string($0.rawValue) },
            "evidence": .array(files.map { .string($0.digest.hex + " " + $0.keeping.rawValue) }),
            "source": act.source.map { .string($0) }, "ip": act.ip.map { .string($0) },
            "reason": act.reason.map { .string($0) }, "after": after.map { .string($0.description) },
        ])
        var mac = HMACSHA256(key: keys.lookup)
        return mac.authenticate(Array("idempotency/v1".utf8), [0], told.canonicalBytes).bytes
    }
}
