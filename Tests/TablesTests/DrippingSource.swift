import Tables

/// A source that hands out its bytes in pieces of a given size, as pipes and sockets do.
struct DrippingSource: ByteSource {
    let bytes: [UInt8]
    let pieceSize: Int
    private var position = 0

    init(_ bytes: [UInt8], pieceSize: Int) {
        self.bytes = bytes
        self.pieceSize = pieceSize
    }

    mutating func read(into output: inout OutputSpan<UInt8>) throws(TableError) {
        let end = position + min(pieceSize, output.freeCapacity, bytes.count - position)
        for byte in bytes[position..<end] { output.append(byte) }
        position = end
    }
}
