/// Numbers guises, in the order in which they come: open addressing, bounded.
struct GuiseTable: Sendable {
    private var guises: [RowGuise] = []
    /// 0 where nothing is, else the number plus one; never more than half full.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)

    /// How many guises get a number.
    static let mostGuises = 1 << 16

    /// The number of a guise, nil where it has none.
    func number(of guise: RowGuise) -> Int? {
        let slot = place(of: guise)
        return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
    }

    /// The number of a guise, a new one where it has none.
    ///
    /// - Returns: Nil where there is no room for it.
    mutating func add(_ guise: RowGuise) -> Int? {
        let slot = place(of: guise)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        guard guises.count < Self.mostGuises else { return nil }
        guises.append(guise)
        slots[slot] = UInt32(guises.count)
        if guises.count * 2 > slots.count { grow() }
        return guises.count - 1
    }

    /// Where a guise stands, or the free place where it would.
    private func place(of guise: RowGuise) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: guise.hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if guises[index].hash == guise.hash, guises[index].equals(guise) { break }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        var wider = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = wider.count - 1
        for index in guises.indices {
            var slot = Int(truncatingIfNeeded: guises[index].hash) & mask
            while wider[slot] != 0 { slot = (slot + 1) & mask }
            wider[slot] = UInt32(index + 1)
        }
        slots = wider
    }
}
