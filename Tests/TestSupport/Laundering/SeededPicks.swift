/// Choices that look random and are the same in every run: SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededPicks {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number from 0 up to and without a bound above 0.
    mutating func number(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// True so many times of a hundred.
    mutating func chance(_ percent: Int) -> Bool { number(below: 100) < percent }

    mutating func one<Item>(of items: [Item]) -> Item { items[number(below: items.count)] }
}

extension SeededPicks {
    /// The items in another order.
    mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        var items = items
        for index in stride(from: items.count - 1, to: 0, by: -1) {
            items.swapAt(index, number(below: index + 1))
        }
        return items
    }
}
