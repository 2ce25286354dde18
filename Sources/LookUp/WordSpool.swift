import Files

/// Words of eight bytes in a nameless file, which vanishes with its process.
package struct WordSpool: ~Copyable, Sendable {
    private let file: SpooledInput
    private var waiting: [UInt64] = []
    /// How many words there are.
    package private(set) var count = 0
    private var written = 0

    private static let buffered = 16_384

    /// - Parameter folder: Where the file lies.
    package init(in folder: String) throws {
        file = try SpooledInput(in: folder)
        waiting.reserveCapacity(Self.buffered + 64)
    }

    /// Appends words.
    package mutating func append(_ words: some Collection<UInt64>) throws {
        waiting.append(contentsOf: words)
        count += words.count
        if waiting.count >= Self.buffered { try flush() }
    }

    private mutating func flush() throws {
        try unsafe waiting.withUnsafeBytes { try unsafe file.write($0) }
        written += waiting.count
        waiting.removeAll(keepingCapacity: true)
    }

    /// Reads words again; those beyond the end are refused.
    package mutating func read(_ range: Range<Int>, into words: inout [UInt64]) throws {
        if written < range.upperBound { try flush() }
        guard range.lowerBound >= 0, range.upperBound <= written else { throw BlockFileFault.unreadable }
        if words.count != range.count { words = [UInt64](repeating: 0, count: range.count) }
        var filled = 0
        while filled < range.count * 8 {
            let offset = UInt64(range.lowerBound * 8 + filled)
            let count = try unsafe words.withUnsafeMutableBytes { room in
                try unsafe file.read(
                    at: offset, into: UnsafeMutableRawBufferPointer(rebasing: room[filled...]))
            }
            guard count > 0 else { throw BlockFileFault.unreadable }
            filled += count
        }
    }
}
