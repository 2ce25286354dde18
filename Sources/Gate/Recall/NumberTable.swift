/// Finds a small number by two others: open addressing, bounded.
struct NumberTable: Sendable {
    private var keys: [UInt64]
    private var numbers: [UInt32]
    private(set) var count = 0

    /// How many pairs it takes.
    static let most = 1 << 18
    /// Spreads pairs of small numbers, as Fibonacci hashing does.
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    init() {
        keys = [UInt64](repeating: 0, count: 1 << 10)
        numbers = [UInt32](repeating: 0, count: 1 << 10)
    }

    /// What was set for a pair, or nil.
    func number(_ first: UInt32, _ second: UInt32) -> Int? {
        let place = place(of: Self.key(first, second))
        return numbers[place] == 0 ? nil : Int(numbers[place]) - 1
    }

    /// Sets the number of a pair; a full table stays as it is.
    mutating func set(_ first: UInt32, _ second: UInt32, to number: Int) {
        guard count < Self.most, let stored = UInt32(exactly: number), stored < .max else { return }
        if (count + 1) * 2 > keys.count { grow() }
        let key = Self.key(first, second)
        let place = place(of: key)
        if numbers[place] == 0 { count += 1 }
        (keys[place], numbers[place]) = (key, stored + 1)
    }

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
        UInt64(first) << 32 | UInt64(second)
    }

    private func place(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var place = Int(truncatingIfNeeded: (key &* Self.factor) >> 24) & mask
        while numbers[place] != 0, keys[place] != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = (keys, numbers)
        keys = [UInt64](repeating: 0, count: old.0.count * 2)
        numbers = [UInt32](repeating: 0, count: old.0.count * 2)
        for index in old.0.indices where old.1[index] != 0 {
            let place = place(of: old.0[index])
            (keys[place], numbers[place]) = (old.0[index], old.1[index])
        }
    }
}
