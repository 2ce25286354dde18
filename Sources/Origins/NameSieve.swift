/// A quick look at the bytes of a cell that tells whether it could be the known name of a column.
///
/// It errs on one side only: where it answers no, the cell is no such name. One in thirty other cells gets a yes.
package struct NameSieve: Sendable {
    /// One bit for each of the low sixteen bits of a hash.
    private var bits = [UInt64](repeating: 0, count: 1 << 10)

    /// Longer names are not looked for in passing.
    private static let longest = 80

    init(_ names: some Sequence<ColumnName>) {
        for name in names {
            let hash = name.bytes.reduce(Self.seed, Self.step)
            bits[Int(hash >> 6 & 0x3FF)] |= 1 << (hash & 63)
        }
    }

    /// Whether the bytes, which are UTF-8, could be a known name.
    package func mayKnow(_ cell: Span<UInt8>) -> Bool {
        guard cell.count <= Self.longest else { return false }
        var hash = Self.seed
        var isEmpty = true
        for index in 0..<cell.count {
            let byte = cell[index]
            // Letters beyond ASCII are folded one by one; that is for the closer look.
            if byte >= 0x80 { return true }
            let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
            guard small &- 0x61 < 26 || small &- 0x30 < 10 else { continue }
            hash = Self.step(hash, small)
            isEmpty = false
        }
        return !isEmpty && bits[Int(hash >> 6 & 0x3FF)] & (1 << (hash & 63)) != 0
    }

    // FNV-1a, folded to its low half by the multiplication.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
