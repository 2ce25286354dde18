/// Writes a ``LookUpTable``: entries as they come, in the order of their keys, then the directory over them.
package final class LookUpTableWriter {
    private let file: BlockFileWriter
    private let shift: UInt64
    /// Where the entries of each bucket begin; filled as far as entries have come.
    private var directory: [UInt32] = []
    private let buckets: Int
    private var buffer: [UInt64] = []
    private var last: LookUpKey?
    /// How many entries there are.
    package private(set) var count = 0

    /// Entries on average of one value of the leading bits, at most.
    private static let perBucket = 8
    /// Entries that are handed on together.
    private static let buffered = 2048

    /// Begins the section of the entries.
    ///
    /// - Parameter atMost: How many entries there will be at the most.
    package init(_ file: BlockFileWriter, atMost: Int) throws {
        self.file = file
        var bits = 0
        while bits < 30, (atMost >> bits) > Self.perBucket { bits += 1 }
        buckets = 1 << bits
        shift = UInt64(64 - bits)
        directory.reserveCapacity(buckets + 1)
        buffer.reserveCapacity(Self.buffered * 2)
        try file.beginSection()
    }

    /// Appends an entry.
    ///
    /// - Parameters:
    ///   - key: Greater than those before it.
    ///   - number: At most ``LookUpHit/greatest``, or ``LookUpHit/unreadable`` for what must be asked elsewhere.
    package func append(_ key: LookUpKey, _ number: UInt32) throws {
        precondition(last.map { $0 < key } ?? true, "entries come in the order of their keys")
        precondition(
            count < Int(LookUpHit.greatest) - 1, "a table has less than four thousand million entries")
        last = key
        let bucket = Int(truncatingIfNeeded: key.high >> shift)
        while directory.count <= bucket { directory.append(UInt32(truncatingIfNeeded: count)) }
        buffer.append(key.high)
        buffer.append(UInt64(number) << 32 | UInt64(key.low))
        count += 1
        if buffer.count >= Self.buffered * 2 { try flush() }
    }

    private func flush() throws {
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Ends the entries and writes the section of the directory.
    package func finish() throws {
        try flush()
        while directory.count <= buckets { directory.append(UInt32(truncatingIfNeeded: count)) }
        try file.beginSection()
        try file.write(directory)
    }
}
