/// Remembers a number for each of so many combinations: open addressing, with a bound to every search.
struct CombinationTable: Sendable {
    /// How many combinations it takes.
    let limit: Int

    /// What was found for a combination.
    enum Place: Equatable {
        /// It is there, with this number.
        case found(Int)
        /// It can be added in this slot.
        case free(slot: Int)
        /// There is no room near where it belongs.
        case crowded
    }

    /// The words of all combinations one after the other, and the whole hash of each.
    private var words: [UInt64] = []
    private var hashes: [UInt64] = []
    private var numbers: [UInt32] = []
    /// 0 where nothing is, else the place in ``numbers`` plus one, below the upper half of the hash.
    private var slots: [UInt64]

    private static let firstSlots = 1 << 10
    /// No search takes more steps, whatever the combinations are.
    private static let longestSearch = 64
    private static let lowerHalf: UInt64 = 0xFFFF_FFFF

    init(limit: Int) {
        self.limit = min(max(limit, 1), 1 << 24)
        slots = Array(repeating: 0, count: Self.firstSlots)
    }

    /// How many combinations are remembered.
    var count: Int { numbers.count }

    var isFull: Bool { count >= limit }

    /// Looks for a combination.
    @inline(__always)
    func place(of combination: Combination, hash: UInt64) -> Place {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        for _ in 0..<Self.longestSearch {
            let entry = slots[slot]
            if entry == 0 { return .free(slot: slot) }
            let index = Int(truncatingIfNeeded: entry & Self.lowerHalf) &- 1
            if (entry ^ hash) & ~Self.lowerHalf == 0, holds(combination, at: index) {
                return .found(Int(numbers[index]))
            }
            slot = (slot &+ 1) & mask
        }
        return .crowded
    }

    @inline(__always)
    private func holds(_ combination: Combination, at index: Int) -> Bool {
        let start = index &* Combination.count
        let words = words.span.extracting(start..<start &+ Combination.count)
        var difference: UInt64 = 0
        for place in combination.words.indices { difference |= combination.words[place] ^ words[place] }
        return difference == 0
    }

    /// Adds a combination in the free slot that was found for it; a full table stays as it is.
    mutating func add(_ combination: Combination, hash: UInt64, number: UInt32, in slot: Int) {
        guard !isFull, slots.indices.contains(slot), slots[slot] == 0 else { return }
        let added = combination.words.span
        for place in added.indices { words.append(added[place]) }
        hashes.append(hash)
        numbers.append(number)
        slots[slot] = hash & ~Self.lowerHalf | UInt64(count)
        if count * 2 > slots.count { grow() }
    }

    /// Forgets everything and keeps the room.
    mutating func clear() {
        words.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        for slot in slots.indices { slots[slot] = 0 }
    }

    private mutating func grow() {
        var wider = [UInt64](repeating: 0, count: slots.count * 2)
        let mask = wider.count - 1
        for (index, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while wider[slot] != 0 { slot = (slot + 1) & mask }
            wider[slot] = hash & ~Self.lowerHalf | UInt64(index + 1)
        }
        slots = wider
    }
}
