/// An input of which several readers take pieces, each at its own place.
final class PositionedInput {
    private let input: any ContainerInput
    /// Where the input stands, or nil if that is not known.
    private var position: UInt64?
    private var knownSize: UInt64?

    init(_ input: any ContainerInput) {
        self.input = input
        knownSize = input.size
    }

    /// The next bytes from a place on, at most as many as asked for; none at the end.
    func read(at offset: UInt64, atMost count: Int) throws -> [UInt8] {
        if position != offset {
            position = nil
            try input.seek(to: offset)
            position = offset
        }
        let bytes = try input.read(atMost: count)
        position = offset + UInt64(bytes.count)
        return bytes
    }

    /// How many bytes there are, counted once if nobody knows.
    func size() throws -> UInt64 {
        if let knownSize { return knownSize }
        var size: UInt64 = 0
        while true {
            let count = try read(at: size, atMost: 1 << 16).count
            if count == 0 { break }
            size += UInt64(count)
        }
        knownSize = size
        return size
    }
}
