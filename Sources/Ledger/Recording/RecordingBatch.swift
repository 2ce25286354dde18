/// The acts that share one commit: what they are taken with, and the leaves that they have so far.
final class RecordingBatch {
    let tools: RecordingTools
    let appender: VaultAppender
    /// What the log is to get, in its order.
    var leaves: [[UInt8]] = []

    private var anyErased: Bool?

    /// Whether anybody was ever erased, who must not come back with an old list; asked once.
    func mayConcernErased(_ log: LogStore) throws -> Bool {
        if let anyErased { return anyErased }
        let found = try log.hasTombstones()
        anyErased = found
        return found
    }

    init(_ tools: RecordingTools, _ vault: VaultStore) throws {
        self.tools = tools
        appender = try VaultAppender(vault)
    }
}
