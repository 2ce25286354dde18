import Files

/// Numbers filed under keys, in two sections of a ``BlockFile``: entries in the order of their keys, and a directory.
///
/// An entry has 16 bytes: the key, highest bytes first as numbers of eight and four bytes, then the number. The directory
/// tells for every value of the keys' leading bits where its entries begin, some eight of them; so a look-up touches
/// one line of the directory and two or three of the entries, and a batch has them fetched before it reads.
@safe package struct LookUpTable: Sendable {
    /// Bytes of an entry.
    static let entrySize = 16
    /// Keys that are looked up side by side: enough to hide what memory takes, few enough to stay in the cache.
    private static let batchSize = 512

    /// How many entries there are.
    package let count: Int
    private let file: BlockFile
    private let entries: Int
    private let directory: Int
    /// By how much a key's first eight bytes are shifted to give the place in the directory.
    private let shift: UInt64

    /// The table in two sections of a file; nil where they do not hold one.
    package init?(_ file: BlockFile, entries section: Int, directory other: Int) {
        guard file.sections.indices.contains(section), file.sections.indices.contains(other) else {
            return nil
        }
        let (entries, directory) = (file.sections[section], file.sections[other])
        let buckets = directory.count / 4 - 1
        guard entries.count % Self.entrySize == 0, directory.count % 4 == 0, buckets > 0,
            buckets & (buckets - 1) == 0, entries.count / Self.entrySize < Int(LookUpHit.greatest)
        else { return nil }
        self.file = file
        count = entries.count / Self.entrySize
        (self.entries, self.directory) = (entries.lowerBound, directory.lowerBound)
        shift = UInt64(64 - buckets.trailingZeroBitCount)
    }

    /// The place in the directory; shifting by all 64 bits gives 0, as it should for a directory of one.
    @inline(__always)
    private func bucket(_ key: LookUpKey) -> Int { Int(truncatingIfNeeded: key.high >> shift) }

    /// Looks keys up, one after the other in `keys`, and puts what is found for each into `hits`.
    package func find(
        _ keys: UnsafeBufferPointer<LookUpKey>, into hits: UnsafeMutableBufferPointer<LookUpHit>
    ) {
        var start = 0
        let total = min(keys.count, hits.count)
        while start < total {
            let end = min(start + Self.batchSize, total)
            unsafe findBatch(
                UnsafeBufferPointer(rebasing: keys[start..<end]),
                UnsafeMutableBufferPointer(rebasing: hits[start..<end]))
            start = end
        }
    }

    /// Looks one key up.
    package func find(_ key: LookUpKey) -> LookUpHit {
        var hit = LookUpHit()
        unsafe withUnsafePointer(to: key) { key in
            unsafe withUnsafeMutablePointer(to: &hit) { hit in
                unsafe find(
                    UnsafeBufferPointer(start: key, count: 1),
                    into: UnsafeMutableBufferPointer(start: hit, count: 1))
            }
        }
        return hit
    }

    private func findBatch(
        _ keys: UnsafeBufferPointer<LookUpKey>, _ hits: UnsafeMutableBufferPointer<LookUpHit>
    ) {
        guard let base = unsafe file.bytes.baseAddress else { return }
        for place in keys.indices {
            unsafe Prefetch.line(at: base + directory + bucket(keys[place]) * 4)
        }
        // Between the two steps a hit holds where the entries of its bucket begin and end.
        for place in keys.indices {
            let at = unsafe directory + bucket(keys[place]) * 4
            guard file.isIntact(at, at + 8) else {
                unsafe hits[place] = LookUpHit(number: 0, place: LookUpHit.unreadable)
                continue
            }
            let begin = unsafe UInt32(littleEndian: (base + at).loadUnaligned(as: UInt32.self))
            let end = unsafe UInt32(littleEndian: (base + at + 4).loadUnaligned(as: UInt32.self))
            unsafe hits[place] = LookUpHit(number: end, place: begin)
            let first = entries + Int(begin) * Self.entrySize
            unsafe Prefetch.line(at: base + first)
            unsafe Prefetch.line(at: base + first + 64)
        }
        for place in keys.indices {
            let (begin, end) = unsafe (Int(hits[place].place), Int(hits[place].number))
            unsafe hits[place] = search(keys[place], begin, end, base)
        }
    }

    @inline(__always)
    private func search(_ key: LookUpKey, _ begin: Int, _ end: Int, _ base: UnsafeRawPointer) -> LookUpHit {
        let from = entries + begin * Self.entrySize
        guard begin <= end, end <= count, file.isIntact(from, entries + end * Self.entrySize) else {
            return LookUpHit(number: LookUpHit.unreadable)
        }
        var entry = unsafe base + from
        for place in begin..<end {
            let high = unsafe UInt64(littleEndian: entry.loadUnaligned(as: UInt64.self))
            if high >= key.high {
                let low = unsafe UInt32(littleEndian: entry.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
                if high == key.high, low == key.low {
                    let number = unsafe UInt32(
                        littleEndian: entry.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
                    return LookUpHit(number: number, place: UInt32(truncatingIfNeeded: place))
                }
                if high > key.high || low > key.low { break }
            }
            unsafe entry += Self.entrySize
        }
        return LookUpHit()
    }

    /// An entry by its place; nil where it is damaged or there is none.
    package func entry(at place: Int) -> (key: LookUpKey, number: UInt32)? {
        guard place >= 0, place < count else { return nil }
        let start = entries + place * Self.entrySize
        guard file.isIntact(start, start + Self.entrySize) else { return nil }
        let bytes = unsafe file.bytes
        return unsafe (
            LookUpKey(
                high: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)),
                low: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt32.self))),
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
        )
    }
}
