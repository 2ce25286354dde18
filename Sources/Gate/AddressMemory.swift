import Files

/// Which addresses a list has had so far, and the strictest verdict that one of their rows got.
///
/// An address twice in a list counts once, and a no in any of its rows beats a yes in another (law 4). One machine word
/// an address: 56 bits of a hash that lives as long as the run, beside the 6 bits that choose a shard, and the outcome
/// in the last 8. Two addresses that agree in all 62 bits by chance (one pair in a hundred thousand lists of ten
/// million rows) keep a contact out and never let one in. Shards grow one by one, so that growing never needs twice
/// the memory; large ones lie in nameless files, so that a list of any length takes no more than some megabytes that
/// cannot be written out. Not to be copied and then changed: copies share those files. Subjects of the ledger take one byte
/// each instead, where they are told by their ordinals.
struct AddressMemory {
    /// The deciding rule by its index plus one; 0 is an accepted contact.
    typealias Outcome = UInt16

    /// Itself fit to pass, in a row that another address of its cell kept out: a later row may still pass with it.
    static let keptOutByOther = Outcome.max

    private var shards: [Shard]
    /// What subjects of the ledger got, by their ordinals, as a shard would hold it; empty where hashes tell them.
    private var subjects: [UInt8] = []
    /// The outcomes that were seen, by the number under which a shard holds them, less one.
    private var seen: [Outcome] = []
    /// Addresses of which a later row said no after an earlier one had been let through.
    private(set) var contradicted: [UInt64: Outcome] = [:]

    /// Nothing yet.
    ///
    /// - Parameter most: How many words a shard holds in memory before it goes to a file.
    init(most: Int = 1 << 14) { shards = [Shard](repeating: Shard(most: most), count: 64) }

    /// Tells so many subjects of the ledger by their ordinals from now on; to be called before the first of them stands here.
    mutating func tellApart(subjects count: Int) {
        if count <= Self.mostSubjects { subjects = [UInt8](repeating: 0, count: count) }
    }

    /// More take too much memory, and are told by their hashes.
    private static let mostSubjects = 1 << 24

    /// Makes room for so many addresses at once, where there is some; for a list of which it is known how long it is.
    mutating func reserve(_ count: Int) {
        let wanted = min(max(0, count), Self.mostReserved) / shards.count
        for index in shards.indices { shards[index].reserve(wanted) }
    }

    /// Room for more is made as they come, for nobody knows whether they do.
    private static let mostReserved = 1 << 24

    /// What an earlier row with this address got, or nil if there was none.
    func outcome(of key: AddressKey) -> Outcome? {
        let number = Int(
            place(of: key).map { subjects[$0] } ?? shards[Self.shard(key)].number(of: Self.tag(key)))
        return number > 0 && seen.indices.contains(number - 1) ? seen[number - 1] : nil
    }

    /// Takes in what a row got.
    mutating func note(_ outcome: Outcome, of key: AddressKey) {
        let number = number(of: outcome)
        guard let place = place(of: key) else {
            return shards[Self.shard(key)].set(Self.tag(key), to: number)
        }
        subjects[place] = number
    }

    /// Has fetched from memory what is about to be asked of an address: many at once take hardly longer than one.
    func expect(_ key: AddressKey) {
        if place(of: key) == nil { shards[Self.shard(key)].expect(Self.tag(key)) }
    }

    /// Takes in what a row gets whose address stands here for the first time.
    ///
    /// - Returns: What an earlier row with the address got, and nothing is taken in; nil if there was none.
    mutating func noteFirst(_ outcome: Outcome, of key: AddressKey) -> Outcome? {
        let number = number(of: outcome)
        let before: Int
        if let place = place(of: key) {
            before = Int(subjects[place])
            if before == 0 { subjects[place] = number }
        } else {
            before = Int(shards[Self.shard(key)].setFirst(Self.tag(key), to: number))
        }
        return before > 0 && seen.indices.contains(before - 1) ? seen[before - 1] : nil
    }

    /// Takes in that an earlier row was let further than it should have been.
    mutating func contradict(_ key: AddressKey, with outcome: Outcome) { contradicted[key.hash] = outcome }

    /// Bytes that the table holds on to.
    var allocatedBytes: Int { subjects.capacity + shards.reduce(0) { $0 + $1.allocatedBytes } }

    /// Where among ``subjects`` the subject of an address stands; nil for an address that its hash tells.
    private func place(of key: AddressKey) -> Int? {
        let place = Int(key.subject)
        return place < subjects.count ? place : nil
    }

    private static func shard(_ key: AddressKey) -> Int { Int(key.hash & 63) }

    /// The upper 56 bits; never 0 together with its outcome, for those begin at 1.
    private static func tag(_ key: AddressKey) -> UInt64 { key.hash & ~0xFF }

    /// A policy with over 254 rules that decide something is not foreseen; the last number then stands for all further
    /// ones, which keep out as well.
    private mutating func number(of outcome: Outcome) -> UInt8 {
        if let place = seen.firstIndex(of: outcome) { return UInt8(clamping: place + 1) }
        if seen.count < 254 { seen.append(outcome) }
        return UInt8(clamping: seen.count)
    }
}

extension AddressMemory {
    /// One part of the table: open addressing with linear probing, at most three quarters full.
    private struct Shard {
        private var words: [UInt64] = []
        /// The words instead, once there are many.
        private var scratch: ScratchWords?
        private var count = 0
        private let most: Int

        init(most: Int) { self.most = most }

        var allocatedBytes: Int { words.capacity * MemoryLayout<UInt64>.stride }

        private var capacity: Int { scratch?.count ?? words.count }

        func number(of tag: UInt64) -> UInt8 {
            guard capacity > 0 else { return 0 }
            return UInt8(truncatingIfNeeded: self[place(of: tag)])
        }

        mutating func set(_ tag: UInt64, to number: UInt8) {
            if (count + 1) * 4 > capacity * 3 { grow() }
            let place = place(of: tag)
            if self[place] == 0 { count += 1 }
            self[place] = tag | UInt64(number)
        }

        /// Sets the number of a tag that has none; gives the one that it has, or 0.
        mutating func setFirst(_ tag: UInt64, to number: UInt8) -> UInt8 {
            if (count + 1) * 4 > capacity * 3 { grow() }
            let place = place(of: tag)
            let word = self[place]
            guard word == 0 else { return UInt8(truncatingIfNeeded: word) }
            count += 1
            self[place] = tag | UInt64(number)
            return 0
        }

        func expect(_ tag: UInt64) { scratch?.expect(first(of: tag)) }

        private subscript(place: Int) -> UInt64 {
            get { if let scratch { scratch[place] } else { words[place] } }
            set {
                if let scratch { scratch[place] = newValue } else { words[place] = newValue }
            }
        }

        /// Where a tag stands, or the free place where it would.
        private func place(of tag: UInt64) -> Int {
            let first = first(of: tag)
            if let scratch { return Self.place(of: tag, from: first, of: scratch.count) { scratch[$0] } }
            return Self.place(of: tag, from: first, of: words.count) { words[$0] }
        }

        @inline(__always)
        private static func place(
            of tag: UInt64, from first: Int, of capacity: Int, _ word: (Int) -> UInt64
        ) -> Int {
            var place = first
            while true {
                let word = word(place)
                if word == 0 || word & ~0xFF == tag { return place }
                place = place + 1 == capacity ? 0 : place + 1
            }
        }

        /// Where a tag is looked for first: the upper bits choose, as if the hash were a fraction, and nothing is divided.
        private func first(of tag: UInt64) -> Int {
            Int(truncatingIfNeeded: tag.multipliedFullWidth(by: UInt64(capacity)).high)
        }

        /// Makes room for so many tags.
        mutating func reserve(_ tags: Int) {
            // A tenth more, for chance does not share tags out evenly.
            let wanted = (tags + tags / 10) / 3 * 4
            if wanted > max(64, capacity) { move(to: wanted) }
        }

        /// Half as large again, for doubling would leave the table half empty on average.
        private mutating func grow() {
            let wanted = max(64, capacity + capacity / 2)
            if move(to: wanted) { return }
            // Where there is no room for a file, memory has to do.
            move(to: [UInt64](repeating: 0, count: wanted), nil)
        }

        /// - Returns: False where there is no room for so many.
        @discardableResult
        private mutating func move(to wanted: Int) -> Bool {
            if wanted <= most {
                move(to: [UInt64](repeating: 0, count: wanted), nil)
                return true
            }
            guard let wider = ScratchWords(count: wanted, in: Folder.temporary()) else { return false }
            move(to: [], wider)
            return true
        }

        private mutating func move(to wider: [UInt64], _ widerScratch: ScratchWords?) {
            let old = self
            (words, scratch) = (wider, widerScratch)
            for index in 0..<old.capacity {
                let word = old[index]
                if word != 0 { self[place(of: word & ~0xFF)] = word }
            }
        }
    }
}
