/// Bytes that are all in memory already.
public struct InMemorySource: ByteSource, Sendable {
    private let bytes: [UInt8]
    private var position = 0

    /// Makes a source that gives these bytes once.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Appends as many of the remaining bytes as there is room for.
    public mutating func read(into output: inout OutputSpan<UInt8>) throws(TableError) {
        let end = position + min(output.freeCapacity, bytes.count - position)
        for index in position..<end { output.append(bytes[index]) }
        position = end
    }
}
