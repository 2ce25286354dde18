/// Numbers the different texts of one column, in the order in which they come.
///
/// Bounded: a column of many different or long texts is not what it is for, and then gives no number.
struct CellNumbers: Sendable {
    private struct Entry {
        let hash: UInt64
        let start: Int
        let end: Int
    }

    private let first: UInt16
    private let hasher: KeyedHash
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// 0 where nothing is, else the place in ``entries`` plus one; never more than half full.
    private var slots = [UInt16](repeating: 0, count: CellNumbers.slotCount)

    /// How many texts get a number.
    static let mostTexts = 4096
    /// Longer texts get none.
    static let longestText = 128
    private static let slotCount = 2 * mostTexts

    /// - Parameter first: The number of the first text.
    init(from first: UInt16, hasher: KeyedHash) {
        self.first = first
        self.hasher = hasher
    }

    /// The number of a text; the same text has the same one.
    ///
    /// - Returns: Nil where there is no room for it.
    mutating func number(of text: Span<UInt8>) -> UInt16? {
        guard text.count <= Self.longestText else { return nil }
        let hash = hasher.hash(text)
        var slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if entries[index].hash == hash, holds(text, at: entries[index]) { return first + UInt16(index) }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        guard entries.count < Self.mostTexts else { return nil }
        let start = bytes.count
        for index in text.indices { bytes.append(text[index]) }
        entries.append(Entry(hash: hash, start: start, end: bytes.count))
        slots[slot] = UInt16(entries.count)
        return first + UInt16(entries.count - 1)
    }

    private func holds(_ text: Span<UInt8>, at entry: Entry) -> Bool {
        guard entry.end - entry.start == text.count else { return false }
        let known = bytes.span.extracting(entry.start..<entry.end)
        for index in text.indices where known[index] != text[index] { return false }
        return true
    }
}
