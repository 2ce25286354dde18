/// What a row shows of itself to whoever judges it: a number for each column that matters, and what its mailbox is for.
///
/// Rows of the same guise differ in nothing but their address, and in what is written through as it came.
struct RowGuise: Sendable {
    /// Four numbers to a word; the first is that of the mailbox.
    private(set) var words = InlineArray<8, UInt64>(repeating: 0)
    /// Their hash, once all are set.
    private(set) var hash: UInt64 = 0

    /// How many numbers there is room for.
    static let capacity = 32

    /// Sets the number at a place.
    @inline(__always)
    mutating func set(_ place: Int, to number: UInt16) {
        words[place >> 2] |= UInt64(number) &<< (UInt64(place & 3) &* 16)
    }

    /// Works the hash out: the last number is set.
    mutating func seal(_ hasher: KeyedHash) { hash = hasher.hash(words.span) }

    /// Whether both show the same.
    @inline(__always)
    func equals(_ other: RowGuise) -> Bool {
        var difference: UInt64 = 0
        for index in words.indices { difference |= words[index] ^ other.words[index] }
        return difference == 0
    }
}
