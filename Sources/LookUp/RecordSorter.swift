import Files

/// Sorts more records of one size than memory holds, by their first two words.
///
/// What memory holds is sorted and put into a nameless file as a run; at the end all runs are merged. Nothing is left of it
/// when the process ends, however it ends. Records that begin alike come in no certain order.
package final class RecordSorter {
    private let recordSize: Int
    private let capacity: Int
    private let folder: String
    private var records: [UInt64] = []
    private var spool: WordSpool?
    private var runs: [Range<Int>] = []
    /// How many records there are.
    package private(set) var count = 0

    /// Words of a run that are read or written at once.
    private static let readSize = 8192

    /// - Parameters:
    ///   - recordSize: Words of a record, from two on.
    ///   - memory: Bytes of records that are held in memory.
    ///   - folder: Where the nameless file lies.
    package init(recordSize: Int, memory: Int, folder: String) {
        precondition(recordSize >= 2, "a record begins with its key")
        self.recordSize = recordSize
        self.folder = folder
        capacity = max(1, memory / 8 / recordSize) * recordSize
    }

    /// Adds a record.
    package func add(_ record: Span<UInt64>) throws {
        precondition(record.count == recordSize, "all records have one size")
        if records.count >= capacity { try spill() }
        records.append(addingCapacity: record.count) {
            for index in record.indices { $0.append(record[index]) }
        }
        count += 1
    }

    /// The order of the records in memory.
    private func order() -> [(high: UInt64, low: UInt64, start: Int)] {
        var order = stride(from: 0, to: records.count, by: recordSize).map { start in
            (high: records[start], low: records[start + 1], start: start)
        }
        order.sort { $0.high != $1.high ? $0.high < $1.high : $0.low < $1.low }
        return order
    }

    private func spill() throws {
        let spool = try spool ?? WordSpool(in: folder)
        self.spool = spool
        let begin = spool.count
        var sorted: [UInt64] = []
        sorted.reserveCapacity(Self.readSize + recordSize)
        for (_, _, start) in order() {
            for index in start..<(start + recordSize) { sorted.append(records[index]) }
            guard sorted.count >= Self.readSize else { continue }
            try spool.append(sorted)
            sorted.removeAll(keepingCapacity: true)
        }
        try spool.append(sorted)
        runs.append(begin..<spool.count)
        records.removeAll(keepingCapacity: true)
    }

    /// Calls a body with every record in order; to be called once.
    package func forEach(_ body: (ArraySlice<UInt64>) throws -> Void) throws {
        if runs.isEmpty {
            for (_, _, start) in order() { try body(records[start..<(start + recordSize)]) }
            return
        }
        if !records.isEmpty { try spill() }
        records = []
        if let spool { try merge(spool, body) }
    }

    /// A run that is read from its start to its end.
    private struct Cursor {
        var rest: Range<Int>
        var words: [UInt64] = []
        var place = 0
        var high: UInt64 = 0
        var low: UInt64 = 0
    }

    private func merge(_ spool: WordSpool, _ body: (ArraySlice<UInt64>) throws -> Void) throws {
        var cursors = runs.map { Cursor(rest: $0) }
        // A heap of runs, the one with the least record first.
        var heap: [Int] = []
        for place in cursors.indices where try advance(&cursors[place], spool) { heap.append(place) }
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
            if try !advance(&cursors[first], spool) {
                heap.swapAt(0, heap.count - 1)
                heap.removeLast()
            }
            sink(0)
        }
    }

    /// Sees to it that a cursor stands on a record, and reads its key; false where the run is over.
    private func advance(_ cursor: inout Cursor, _ spool: WordSpool) throws -> Bool {
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
