import Tables

/// A source that gives some bytes, fails once, and then behaves as if it had ended.
struct FailingSource: ByteSource {
    static let failure = TableError(code: .unreadable, what: "The disk is gone.", hint: "Plug it in again.")

    private var bytes: ArraySlice<UInt8>
    private var hasFailed = false

    init(after bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    mutating func read(into output: inout OutputSpan<UInt8>) throws(TableError) {
        if bytes.isEmpty, !hasFailed {
            hasFailed = true
            throw Self.failure
        }
        while output.freeCapacity > 0, let byte = bytes.popFirst() { output.append(byte) }
    }
}
