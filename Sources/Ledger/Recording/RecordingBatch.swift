import Consent

/// The acts that share one commit: what they are taken with, and the leaves that they have so far.
final class RecordingBatch {
    let tools: RecordingTools
    let appender: VaultAppender
    /// What the log is to get, in its order.
    var leaves: [[UInt8]] = []
    /// The epoch of records that were made before their turn and hold; nil where there are none.
    let epoch: Int?
    /// When what is being taken was recorded, if that was settled before its turn.
    var moment: Instant?
    /// The record that was stored last, if it was made before its turn, and its thread.
    var last: (rid: RecordID, thread: Int64)?
    /// The purpose and the wording that were looked at last, and may be named.
    private var named: (purpose: Purpose, wording: WordingReference?)?

    private var anyErased: Bool?

    /// Whether anybody was ever erased, who must not come back with an old list; asked once.
    func mayConcernErased(_ log: LogStore) throws -> Bool {
        if let anyErased { return anyErased }
        let found = try log.hasTombstones()
        anyErased = found
        return found
    }

    /// Looks at the purpose and the wording of an act, unless the act before it named the same.
    func checkNames(of act: SubjectAct, _ check: (SubjectAct) throws -> Void) throws {
        if let named, named.purpose == act.purpose, named.wording == act.wording { return }
        try check(act)
        named = (act.purpose, act.wording)
    }

    init(_ tools: RecordingTools, _ vault: VaultStore, epoch: Int? = nil) throws {
        self.tools = tools
        self.epoch = epoch
        appender = try VaultAppender(vault)
    }
}
