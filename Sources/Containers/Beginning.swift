/// The first bytes of an input, looked at and given back.
struct Beginning {
    /// As many as are looked at, or all there are.
    let bytes: [UInt8]
    /// Whether nothing follows.
    let isWhole: Bool

    /// How many bytes tell what it is.
    static let length = 64 * 1024

    /// Looks at an input and goes back to its first byte.
    init(of input: any ContainerInput) throws {
        var bytes: [UInt8] = []
        var isWhole = false
        while bytes.count < Self.length, !isWhole {
            let piece = try input.read(atMost: Self.length - bytes.count)
            isWhole = piece.isEmpty
            bytes += piece
        }
        try input.rewind()
        self.bytes = bytes
        self.isWhole = isWhole
    }
}
