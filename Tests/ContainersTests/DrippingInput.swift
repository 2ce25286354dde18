import Containers

/// An input that hands out its bytes in small pieces, knows no size and no way to seek, as a spooled pipe may.
final class DrippingInput: ContainerInput {
    private let bytes: [UInt8]
    private let pieceSize: Int
    private var position = 0

    init(_ bytes: [UInt8], pieceSize: Int) {
        self.bytes = bytes
        self.pieceSize = pieceSize
    }

    func read(atMost count: Int) -> [UInt8] {
        let end = position + min(count, pieceSize, bytes.count - position)
        defer { position = end }
        return Array(bytes[position..<end])
    }

    func rewind() { position = 0 }
}
