/// Bytes that are all in memory already.
package final class InMemoryInput: ContainerInput {
    private let bytes: [UInt8]
    private var position = 0

    /// Makes an input of these bytes.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Takes an input into memory, as long as it is no longer than the limit; nil if it is.
    init?(holding input: any ContainerInput, limit: Int) throws {
        var bytes: [UInt8] = []
        while true {
            let piece = try input.read(atMost: 1 << 16)
            if piece.isEmpty { break }
            guard piece.count <= limit - bytes.count else { return nil }
            bytes += piece
        }
        self.bytes = bytes
    }

    package var size: UInt64? { UInt64(bytes.count) }

    package func read(atMost count: Int) -> [UInt8] {
        let end = position + min(max(count, 0), bytes.count - position)
        defer { position = end }
        return Array(bytes[position..<end])
    }

    package func rewind() { position = 0 }

    package func seek(to offset: UInt64) { position = Int(min(offset, UInt64(bytes.count))) }
}
