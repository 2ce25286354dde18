import Files

/// The runs of a ``RecordSorter``, and the records that are still to become one.
struct RecordRuns: ~Copyable, Sendable {
    private let recordSize: Int
    private let folder: String
    var records: [UInt64] = []
    /// Why a run could not be written.
    private(set) var failure: (any Error)?
    private var spool: WordSpool?
    private var runs: [Range<Int>] = []

    /// Words of a run that are read or written at once.
    private static let readSize = 8192
    /// So many are sorted by putting each in its place.
    private static let fewRecords = 16

    init(recordSize: Int, folder: String) { (self.recordSize, self.folder) = (recordSize, folder) }

    /// Makes a run of the records that lie here.
    mutating func spill() {
        guard !records.isEmpty, failure == nil else { return }
        do { try write() } catch { failure = error }
        records.removeAll(keepingCapacity: true)
    }

    private mutating func write() throws {
        var spool = try spool.take() ?? WordSpool(in: folder)
        let begin = spool.count
        var sorted: [UInt64] = []
        sorted.reserveCapacity(Self.readSize + recordSize)
        let (order, records) = (order(), records)
        for record in order {
            let start = Int(record) * recordSize
            sorted.append(addingCapacity: recordSize) {
                for index in start..<(start + recordSize) { $0.append(records[index]) }
            }
            guard sorted.count >= Self.readSize else { continue }
            try spool.append(sorted)
            sorted.removeAll(keepingCapacity: true)
        }
        try spool.append(sorted)
        runs.append(begin..<spool.count)
        self.spool = consume spool
    }

    /// Calls a body with every record in order; to be called once.
    consuming func forEach(_ body: (ArraySlice<UInt64>) throws -> Void) throws {
        if runs.isEmpty {
            for record in order() {
                let start = Int(record) * recordSize
                try body(records[start..<(start + recordSize)])
            }
            return
        }
        spill()
        if let failure { throw failure }
        records = []
        if var spool = spool.take() { try merge(&spool, body) }
    }

    /// Which of the records in memory comes when.
    ///
    /// By the upper bits first, of which keyed digests leave few alike: what then lies together is soon in order.
    private func order() -> [UInt32] {
        let records = records.span
        let count = records.count / recordSize
        // Some eight records a group.
        let bits = max(0, count.bitWidth - count.leadingZeroBitCount - 3)
        let shift = UInt64.bitWidth - bits
        var ends = [Int](repeating: 0, count: (1 << bits) + 1)
        for record in 0..<count { ends[Int(records[record * recordSize] >> shift) + 1] += 1 }
        for group in ends.indices.dropFirst() { ends[group] += ends[group - 1] }
        // Each group's begin moves on to its end as its records come in.
        var order = [UInt32](repeating: 0, count: count)
        for record in 0..<count {
            let group = Int(records[record * recordSize] >> shift)
            order[ends[group]] = UInt32(record)
            ends[group] += 1
        }
        var begin = 0
        for end in ends where end > begin {
            sort(&order, begin..<end)
            begin = end
        }
        return order
    }

    /// Sorts records whose upper bits agree.
    private func sort(_ order: inout [UInt32], _ group: Range<Int>) {
        if group.count > Self.fewRecords {
            return order[group].sort { isLess(Int($0), Int($1)) }
        }
        for next in group.dropFirst() {
            let record = order[next]
            var place = next
            while place > group.lowerBound, isLess(Int(record), Int(order[place - 1])) {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = record
        }
    }

    private func isLess(_ a: Int, _ b: Int) -> Bool {
        let (a, b) = (a * recordSize, b * recordSize)
        return records[a] != records[b] ? records[a] < records[b] : records[a + 1] < records[b + 1]
    }

    /// A run that is read from its start to its end.
    private struct Cursor {
        var rest: Range<Int>
        var words: [UInt64] = []
        var place = 0
        var high: UInt64 = 0
        var low: UInt64 = 0
    }

    private func merge(_ spool: inout WordSpool, _ body: (ArraySlice<UInt64>) throws -> Void) throws {
        var cursors = runs.map { Cursor(rest: $0) }
        // A heap of runs, the one with the least record first.
        var heap: [Int] = []
        for place in cursors.indices where try advance(&cursors[place], &spool) { heap.append(place) }
        func isLess(_ a: Int, _ b: Int) -> Bool {
            let (a, b) = (heap[a], heap[b])
            return cursors[a].high != cursors[b].high
                ? cursors[a].high < cursors[b].high : cursors[a].low < cursors[b].low
        }
        func sink(_ start: Int) {
            var place = start
            while true {
                var least = place
                if 2 * place + 1 < heap.count, isLess(2 * place + 1, least) { least = 2 * place + 1 }
                if 2 * place + 2 < heap.count, isLess(2 * place + 2, least) { least = 2 * place + 2 }
                if least == place { return }
                heap.swapAt(place, least)
                place = least
            }
        }
        for place in heap.indices.reversed() { sink(place) }
        while let first = heap.first {
            let start = cursors[first].place
            try body(cursors[first].words[start..<(start + recordSize)])
            cursors[first].place += recordSize
            if try !advance(&cursors[first], &spool) {
                heap.swapAt(0, heap.count - 1)
                heap.removeLast()
            }
            sink(0)
        }
    }

    /// Sees to it that a cursor stands on a record, and reads its key; false where the run is over.
    private func advance(_ cursor: inout Cursor, _ spool: inout WordSpool) throws -> Bool {
        if cursor.place >= cursor.words.count {
            let wanted = min(max(1, Self.readSize / recordSize) * recordSize, cursor.rest.count)
            guard wanted > 0 else { return false }
            let end = cursor.rest.lowerBound + wanted
            try spool.read(cursor.rest.lowerBound..<end, into: &cursor.words)
            cursor.rest = end..<cursor.rest.upperBound
            cursor.place = 0
        }
        (cursor.high, cursor.low) = (cursor.words[cursor.place], cursor.words[cursor.place + 1])
        return true
    }
}
