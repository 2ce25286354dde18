import Consent
import Cryptography
import Database
import MerkleLog

/// How one act is told from those that are known, and how it comes into the vault.
extension Ledger {
    /// The events that some acts are, if they are recorded already; nothing is written.
    func known(_ acts: [SubjectAct]) throws -> [VaultAppender.Known?] {
        let batch = try RecordingBatch(tools(forMany: acts.count > 1), vault)
        return try acts.map { act in
            let act = act.asRecorded
            let files = try act.evidence.map(batch.tools.describe)
            let lookup = batch.tools.lookup(act.address)
            let idempotency = try idempotency(act, files, lookup, batch)
            let thread = try batch.appender.thread(lookup, act.purpose)
            return try known(act, lookup, thread?.id, idempotency, batch.appender)
        }
    }

    /// Stores one act as pending and adds its leaf, or finds it known; the caller holds the transactions.
    ///
    /// - Returns: Nil where nothing may be recorded of it, for its person was erased.
    func take(_ act: SubjectAct, _ files: [Evidence], _ batch: RecordingBatch) throws -> RecordedEvent? {
        let lookup = batch.tools.lookup(act.address)
        let idempotency = try idempotency(act, files, lookup, batch)
        let thread = try batch.appender.thread(lookup, act.purpose)
        if let known = try known(act, lookup, thread?.id, idempotency, batch.appender) {
            return RecordedEvent(
                rid: known.rid, index: known.position, recordedAt: known.recordedAt, grade: known.grade,
                wasKnown: true, evidence: files)
        }
        if try batch.mayConcernErased(log), try isKeptOut(act, lookup) { return nil }
        if act.kind == .objected {
            try suppression.suppress(
                act.address, scope: act.purpose, since: (act.occurredAt ?? now).day, reason: .objected)
        }
        return try store(act, files, lookup, thread, idempotency, batch)
    }

    private func idempotency(
        _ act: SubjectAct, _ files: [Evidence], _ lookup: [UInt8], _ batch: RecordingBatch
    ) throws -> [UInt8] {
        let appender = batch.appender
        // A release is another one after a stop, for that stop ended the first; nothing else in between matters.
        if act.release != nil {
            let stop =
                act.kind == .released
                ? try appender.lastStop(ofSubject: lookup, touching: act.purpose) : nil
            return batch.tools.idempotency(act, files, after: stop)
        }
        // Whether something happened in between may be told by another thread: who objects to all mail,
        // comes back for one purpose and objects to all mail again has objected twice.
        let between =
            act.occurredAt == nil
            ? try appender.lastEvent(ofSubject: lookup, touching: act.purpose, otherThan: act.kind) : nil
        return batch.tools.idempotency(act, files, after: between)
    }

    /// The event that an act is, if it is recorded already.
    private func known(
        _ act: SubjectAct, _ lookup: [UInt8], _ thread: Int64?, _ idempotency: [UInt8],
        _ appender: VaultAppender
    ) throws -> VaultAppender.Known? {
        guard let thread else { return nil }
        if let known = try appender.event(ofThread: thread, idempotency: idempotency) { return known }
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
        _ act: SubjectAct, _ files: [Evidence], _ lookup: [UInt8], _ thread: VaultAppender.Thread?,
        _ idempotency: [UInt8], _ batch: RecordingBatch
    ) throws -> RecordedEvent {
        let (tools, appender) = (batch.tools, batch.appender)
        let at = batch.moment ?? now
        let rid = try act.rid ?? tools.freshRecordID(at: at)
        let index = checkpoint.checkpoint.size + UInt64(batch.leaves.count)
        let grade = Self.grade(of: act)
        let key =
            try thread.map { try unwrap($0.wrappedKey, lookup, act.purpose) } ?? tools.freshThreadKey()
        let threadKey = ThreadKey(key)
        let record = tools.record(
            RecordDraft(
                act: act, rid: rid, log: origin, recordedAt: at, grade: grade, evidence: files,
                controller: controller?.name,
                previous: try thread.flatMap { try appender.lastEvent(ofThread: $0.id) }))
        let threadID =
            try thread?.id
            ?? appender.insertThread(
                lookup, act.purpose, wrappedKey: try tools.wrap(key, lookup, act.purpose))
        let leaf = tools.leaf(record, of: rid, threadKey)
        let event = SubjectEvent(
            sequence: Int64(clamping: index), kind: act.kind, purpose: act.purpose,
            occurredAt: act.occurredAt, recordedAt: at, grade: grade, method: act.method,
            wording: act.wording, evidenceCount: files.count, hasSource: act.source != nil)
        try appender.insertPending(
            .init(
                thread: threadID, rid: rid, leaf: leaf, event: event, idempotency: idempotency,
                payload: try tools.seal(record, of: rid, threadKey), release: act.release?.release,
                files: files, sealed: try tools.seal(act.evidence, files, of: rid, threadKey)))
        batch.leaves.append(leaf)
        return RecordedEvent(
            rid: rid, index: index, recordedAt: at, grade: grade, wasKnown: false, evidence: files)
    }

    /// Stores an act whose record was made before its turn.
    ///
    /// - Returns: Nil where the record does not fit what the ledger knows, and the act is to be taken in the plain way.
    func take(
        _ act: SubjectAct, _ record: ForeseenRecord, _ batch: RecordingBatch
    ) throws -> RecordedEvent? {
        guard record.epoch == batch.epoch, try !batch.mayConcernErased(log) else { return nil }
        let thread: Int64
        switch record.place {
        case .first(let wrappedKey):
            // Of an act that is known the thread is there, too.
            guard
                let new = try batch.appender.insertThreadIfNew(
                    record.lookup, act.purpose, wrappedKey: wrappedKey)
            else { return nil }
            thread = new
        case .after(let previous):
            guard let last = batch.last, last.rid == previous,
                try batch.appender.event(ofThread: last.thread, idempotency: record.idempotency)
                    == nil
            else { return nil }
            thread = last.thread
        }
        let index = checkpoint.checkpoint.size + UInt64(batch.leaves.count)
        try batch.appender.insertPending(
            .init(
                thread: thread, rid: record.rid, leaf: record.leaf,
                event: SubjectEvent(
                    sequence: Int64(clamping: index), kind: act.kind, purpose: act.purpose,
                    occurredAt: act.occurredAt, recordedAt: record.recordedAt, grade: record.grade,
                    method: act.method, wording: act.wording, evidenceCount: record.files.count,
                    hasSource: act.source != nil),
                idempotency: record.idempotency, payload: record.payload, release: nil,
                files: record.files, sealed: record.sealed))
        batch.leaves.append(record.leaf)
        batch.last = (record.rid, thread)
        return RecordedEvent(
            rid: record.rid, index: index, recordedAt: record.recordedAt, grade: record.grade,
            wasKnown: false, evidence: record.files)
    }

    static func grade(of act: SubjectAct) -> Grade {
        if act.imported != nil { return .imported }
        return act.kind == .given
            ? Grade(method: act.method, hasEvidence: !act.evidence.isEmpty, hasSource: act.source != nil)
            : act.evidence.isEmpty ? .attestation : .form
    }
}
