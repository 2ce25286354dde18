/// The acts that share one commit: what they are taken with, and the leaves that they have so far.
final class RecordingBatch {
    let tools: RecordingTools
    let appender: VaultAppender
    /// What the log is to get, in its order.
    var leaves: [[UInt8]] = []

    init(_ tools: RecordingTools, _ vault: VaultStore) throws {
        self.tools = tools
        appender = try VaultAppender(vault)
    }
}
