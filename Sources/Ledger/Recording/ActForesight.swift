import Consent
import Cryptography
import Synchronization

/// Makes records of acts before their turn, as if nothing were known of their people, on any thread.
///
/// Most of what an import claims is of people who are new. Their records are drawn up and sealed here while the ledger
/// stores those before them; whatever turns out to be otherwise when its turn comes is made in the plain way. It does not
/// ask the ledger, and what it makes holds for one state of it: when another process has appended since, the epoch
/// changes, and all that was made before is passed over.
package final class ActForesight: Sendable {
    /// What the records say of the moment.
    private struct Outlook {
        var epoch = 0
        var controller: String?
        /// How large the log is if nobody else appends.
        var size: UInt64?
    }

    private let outlook = Mutex(Outlook())
    private let tools: Mutex<RecordingTools>
    private let log: String
    private let now: @Sendable () -> Instant

    init(_ keys: KeyRing, _ context: LedgerContext, log: String) {
        tools = Mutex(RecordingTools(keys, random: context.random, isForMany: true))
        self.log = log
        now = context.now
    }

    /// Takes note of the ledger as it is when it begins to record; the caller holds its lock.
    ///
    /// - Returns: The epoch of records that hold.
    func begin(size: UInt64, controller: String?) -> Int {
        outlook.withLock { outlook in
            if outlook.size != size {
                outlook = Outlook(epoch: outlook.epoch + 1, controller: controller, size: size)
            }
            return outlook.epoch
        }
    }

    /// Takes note of what was recorded with this.
    func end(size: UInt64) { outlook.withLock { $0.size = size } }

    /// Makes records of acts that are to be recorded one after the other.
    package func foresee(_ acts: [SubjectAct]) -> [ForeseenAct] {
        let (epoch, controller) = outlook.withLock { ($0.epoch, $0.controller) }
        let setting = Setting(epoch: epoch, controller: controller, log: log, recordedAt: now())
        return tools.withLock { tools in
            var last: Link?
            return acts.map { act in
                let act = act.asRecorded
                // What cannot be made here is made when its turn comes, which also tells why it cannot.
                let record = try? Self.record(act, setting, &last, tools)
                if record == nil { last = nil }
                return ForeseenAct(act, record: record)
            }
        }
    }

    private struct Setting {
        let epoch: Int
        let controller: String?
        let log: String
        let recordedAt: Instant
    }

    /// The record before, which the next may follow.
    private struct Link {
        let lookup: [UInt8]
        let purpose: Purpose
        let rid: RecordID
        let key: SecretKey
    }

    private static func record(
        _ act: SubjectAct, _ setting: Setting, _ last: inout Link?, _ tools: RecordingTools
    ) throws -> ForeseenRecord? {
        // What makes these the same act, or what goes before them, only the ledger knows.
        guard act.occurredAt != nil, act.release == nil, act.rid == nil, act.kind != .objected else {
            return nil
        }
        let lookup = tools.lookup(act.address)
        let files = try act.evidence.map(tools.describe)
        let previous = last.flatMap { $0.lookup == lookup && $0.purpose == act.purpose ? $0 : nil }
        let key = try previous?.key ?? tools.freshThreadKey()
        let (threadKey, grade) = (ThreadKey(key), Ledger.grade(of: act))
        let rid = try tools.freshRecordID(at: setting.recordedAt)
        let text = tools.record(
            RecordDraft(
                act: act, rid: rid, log: setting.log, recordedAt: setting.recordedAt, grade: grade,
                evidence: files, controller: setting.controller, previous: previous?.rid))
        let record = ForeseenRecord(
            epoch: setting.epoch, recordedAt: setting.recordedAt, lookup: lookup,
            idempotency: tools.idempotency(act, files, after: nil), rid: rid, grade: grade, files: files,
            leaf: tools.leaf(text, of: rid, threadKey), payload: try tools.seal(text, of: rid, threadKey),
            sealed: try tools.seal(act.evidence, files, of: rid, threadKey),
            place: try previous.map { .after($0.rid) }
                ?? .first(wrappedKey: tools.wrap(key, lookup, act.purpose)))
        last = Link(lookup: lookup, purpose: act.purpose, rid: rid, key: key)
        return record
    }
}

extension Ledger {
    /// Makes records of acts before their turn, for ``recordTogether(foreseenBy:_:)``.
    package func foresight() -> ActForesight { ActForesight(keys, context, log: origin) }
}
