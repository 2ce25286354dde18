import CanonicalJSON
import Consent
import Cryptography
import Database
import MerkleLog

extension Ledger {
    /// Records many acts under one lock, with one commit of the vault, one of the log and one checkpoint.
    ///
    /// The order is that of one event (see ``Ledger``), and so is the promise: cut short, the batch is recorded as a
    /// whole or not at all, but for tags of the do-not-mail list, which come first. Acts are taken in their order; one
    /// that is told twice within the batch is known the second time. All of them are held in memory: some thousands
    /// are plenty.
    ///
    /// - Returns: One answer for each act, in their order.
    /// - Throws: ``LedgerError``; nothing is stored then, unless its code is ``LedgerError/Code/storage``.
    public func record(batch told: [SubjectAct]) throws -> [RecordedEvent] {
        let acts = try told.map(checked)
        guard !acts.isEmpty else { return [] }
        return try appending { try recordLocked(acts) }
    }

    /// An act that may be recorded, with what its files are.
    typealias CheckedAct = (act: SubjectAct, files: [Evidence])

    func checked(_ told: SubjectAct) throws -> CheckedAct {
        var act = told
        // What another tool claims can never be told as an act that was seen.
        if act.imported != nil { act.method = .imported }
        try check(act)
        return (act, files: try act.evidence.map(Self.describe))
    }

    /// Records acts, all or none; the caller holds the ledger.
    func recordLocked(_ acts: [CheckedAct]) throws -> [RecordedEvent] {
        try recordLocked(acts, skippingErased: false).compactMap(\.self)
    }

    /// Records acts; the caller holds the ledger.
    ///
    /// - Parameters:
    ///   - acts: What is to be recorded.
    ///   - skipsErased: Whether acts of people who were erased are passed over; else they are refused, with all others.
    /// - Returns: One answer for each act; nil for one that was passed over.
    func recordLocked(_ acts: [CheckedAct], skippingErased skipsErased: Bool) throws -> [RecordedEvent?] {
        let appender = try VaultAppender(vault)
        let anyErased = try log.hasTombstones()
        var events: [RecordedEvent?] = []
        var leaves: [[UInt8]] = []
        func takeAll() throws {
            for (act, files) in acts {
                let event = try take(act, files, appender, mayBeErased: anyErased, &leaves)
                guard event != nil || skipsErased else { throw Self.keptOut }
                events.append(event)
            }
        }
        try vault.connection.transaction {
            // First the tags, then the records: cut short in between, the person is not mailed.
            if acts.contains(where: { $0.act.kind == .objected }) {
                try suppression.connection.transaction { try takeAll() }
            } else {
                try takeAll()
            }
        }
        if !leaves.isEmpty {
            try commit(leaves)
            try vault.connection.transaction { try vault.markAllDone() }
        }
        return events
    }

    /// The events that some acts are, if they are recorded already; nothing is written.
    func known(_ acts: [SubjectAct]) throws -> [VaultAppender.Known?] {
        let appender = try VaultAppender(vault)
        return try acts.map { act in
            var act = act
            if act.imported != nil { act.method = .imported }
            let files = try act.evidence.map(Self.describe)
            let lookup = lookup(act.address)
            let idempotency = try idempotency(act, files, lookup, appender)
            return try known(act, lookup, idempotency, appender)
        }
    }

    /// Stores one act as pending and adds its leaf, or finds it known; the caller holds the transactions.
    ///
    /// - Returns: Nil where nothing may be recorded of it.
    private func take(
        _ act: SubjectAct, _ files: [Evidence], _ appender: VaultAppender, mayBeErased: Bool,
        _ leaves: inout [[UInt8]]
    ) throws -> RecordedEvent? {
        let lookup = lookup(act.address)
        let idempotency = try idempotency(act, files, lookup, appender)
        if let known = try known(act, lookup, idempotency, appender) {
            return RecordedEvent(
                rid: known.rid, index: known.position, recordedAt: known.recordedAt, grade: known.grade,
                wasKnown: true, evidence: files)
        }
        if mayBeErased, try isKeptOut(act, lookup) { return nil }
        if act.kind == .objected {
            try suppression.suppress(
                act.address, scope: act.purpose, since: (act.occurredAt ?? now).day, reason: .objected)
        }
        return try store(act, files, lookup, idempotency, appender, &leaves)
    }

    private func idempotency(
        _ act: SubjectAct, _ files: [Evidence], _ lookup: [UInt8], _ appender: VaultAppender
    ) throws -> [UInt8] {
        // A release is another one after a stop, for that stop ended the first; nothing else in between matters.
        if act.release != nil {
            let stop =
                act.kind == .released
                ? try appender.lastStop(ofSubject: lookup, touching: act.purpose) : nil
            return idempotency(act, files, after: stop)
        }
        // Whether something happened in between may be told by another thread: who objects to all mail,
        // comes back for one purpose and objects to all mail again has objected twice.
        let between =
            act.occurredAt == nil
            ? try appender.lastEvent(ofSubject: lookup, touching: act.purpose, otherThan: act.kind) : nil
        return idempotency(act, files, after: between)
    }

    /// The event that an act is, if it is recorded already.
    private func known(
        _ act: SubjectAct, _ lookup: [UInt8], _ idempotency: [UInt8], _ appender: VaultAppender
    ) throws -> VaultAppender.Known? {
        if let known = try appender.event(idempotency: idempotency) { return known }
        guard let mark = act.imported, act.occurredAt == nil, act.kind.isStop else { return nil }
        return try knownStop(act, mark, lookup)
    }

    /// The stop without a time that an earlier export of the same system claimed.
    ///
    /// It is the same stop while the person did not come back by an act of their own; after that, only another file
    /// can say that they left again.
    private func knownStop(
        _ act: SubjectAct, _ mark: ImportMark, _ lookup: [UInt8]
    ) throws -> VaultAppender.Known? {
        let rows = try vault.rows(
            "WHERE t.lookup = ?1 AND t.purpose = ?2 ORDER BY e.position DESC"
        ) { statement in
            try statement.bind(1, lookup)
            try statement.bind(2, act.purpose.id)
        }
        var cameBack = false
        for row in rows {
            if row.event.kind == .given, row.event.method != .imported { cameBack = true }
            guard row.event.kind == act.kind, row.event.method == .imported,
                let earlier = try opened(row).imported, earlier.system == mark.system
            else { continue }
            if cameBack, earlier.file != mark.file { continue }
            return VaultAppender.Known(
                rid: row.rid, position: row.position, recordedAt: row.event.recordedAt, grade: row.event.grade
            )
        }
        return nil
    }

    private func store(
        _ act: SubjectAct, _ files: [Evidence], _ lookup: [UInt8], _ idempotency: [UInt8],
        _ appender: VaultAppender, _ leaves: inout [[UInt8]]
    ) throws -> RecordedEvent {
        let rid = try act.rid ?? freshRecordID()
        let at = now
        let index = checkpoint.checkpoint.size + UInt64(leaves.count)
        let grade = Self.grade(of: act)
        let thread = try appender.thread(lookup, act.purpose)
        let key = try thread.map { try unwrap($0.wrappedKey, lookup, act.purpose) } ?? freshThreadKey()
        let json = RecordMembers.subject(
            act, rid: rid, log: origin, recordedAt: at, grade: grade, evidence: files,
            controller: controller?.name,
            previous: try thread.flatMap { try appender.lastEvent(ofThread: $0.id) })
        let threadID =
            try thread?.id
            ?? appender.insertThread(lookup, act.purpose, wrappedKey: try wrap(key, lookup, act.purpose))
        let threadKey = ThreadKey(key)
        let record = json.canonicalBytes
        let leaf = Commitment.leaf(opening: threadKey.opening(of: rid), record: record)
        let event = SubjectEvent(
            sequence: Int64(clamping: index), kind: act.kind, purpose: act.purpose,
            occurredAt: act.occurredAt, recordedAt: at, grade: grade, method: act.method,
            wording: act.wording, evidenceCount: files.count, hasSource: act.source != nil)
        try appender.insertPending(
            .init(
                thread: threadID, rid: rid, leaf: leaf, event: event, idempotency: idempotency,
                payload: try threadKey.seal(record, of: rid, random: context.random),
                release: act.release?.release,
                evidence: try seal(act, files, rid, threadKey)))
        leaves.append(leaf)
        return RecordedEvent(
            rid: rid, index: index, recordedAt: at, grade: grade, wasKnown: false, evidence: files)
    }

    private func seal(
        _ act: SubjectAct, _ files: [Evidence], _ rid: RecordID, _ key: ThreadKey
    ) throws -> [(Evidence, sealed: [UInt8]?)] {
        try zip(files, act.evidence).enumerated().map { place, pair in
            let (file, content) = pair
            let sealed =
                file.keeping == .sealed
                ? try key.seal(evidence: content.bytes, of: rid, position: place, random: context.random)
                : nil
            return (file, sealed: sealed)
        }
    }

    private static func grade(of act: SubjectAct) -> Grade {
        if act.imported != nil { return .imported }
        return act.kind == .given
            ? Grade(method: act.method, hasEvidence: !act.evidence.isEmpty, hasSource: act.source != nil)
            : act.evidence.isEmpty ? .attestation : .form
    }
}
