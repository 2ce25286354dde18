import Files
import Lists
import Tables

/// The accepted rows on their way to standard output: kept in a nameless file until the last row is judged, for what has
/// been sent cannot be taken back.
final class AcceptedStream {
    private var spool: SpooledInput
    private var buffer: [UInt8] = []
    /// The form of the tool that imports the contacts; nil for the rows as they came in.
    private(set) var handOver: HandOverForm?

    init(handOver: HandOverForm?) throws(FileError) {
        self.handOver = handOver
        spool = try SpooledInput(in: Folder.temporary())
    }

    /// Begins with the header, or with what the tool wants there.
    func begin(_ list: ListReader) throws {
        try write(try handOver?.beginning() ?? list.acceptedBeginning())
    }

    /// Writes an accepted row.
    func write(_ slot: RowSlot) throws(FileError) {
        if handOver == nil {
            slot.record.appendEncodedRaw(to: &buffer)
        } else {
            handOver?.append(slot, to: &buffer)
        }
        try flushIfFull()
    }

    /// Writes bytes as they are.
    func write(_ bytes: [UInt8]) throws(FileError) {
        buffer += bytes
        try flushIfFull()
    }

    private func flushIfFull() throws(FileError) {
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
