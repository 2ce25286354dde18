import Files
import Tables

/// The accepted rows on their way to standard output: kept in a nameless file until the last row is judged, for what has
/// been sent cannot be taken back.
final class AcceptedStream {
    private var spool: SpooledInput
    private var buffer: [UInt8] = []

    init() throws(FileError) { spool = try SpooledInput(in: Folder.temporary()) }

    func write(_ bytes: [UInt8]) throws(FileError) {
        buffer += bytes
        if buffer.count >= 1 << 18 { try flush() }
    }

    private func flush() throws(FileError) {
        try spool.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Sends everything.
    func send() throws(FileError) {
        try flush()
        try spool.rewind()
        let output = StandardOutput()
        var chunk: [UInt8] = []
        while try spool.read(appendingTo: &chunk, atMost: 1 << 18) {
            try output.write(chunk)
            chunk.removeAll(keepingCapacity: true)
        }
    }
}
