import Files
package import Workers

/// Sorts more records of one size than memory holds, by their first two words.
///
/// What memory holds is sorted and put into a nameless file as a run, by a thread of its own where there may be one; at the
/// end all runs are merged. Nothing is left of it when the process ends, however it ends. Records that begin alike come in no
/// certain order.
package final class RecordSorter {
    private let recordSize: Int
    private let folder: String
    private let capacity: Int
    private var desk: SideDesk<RecordRuns>
    private var records: [UInt64] = []
    /// How many records there are.
    package private(set) var count = 0

    /// - Parameters:
    ///   - recordSize: Words of a record, from two on.
    ///   - memory: Bytes of records that are held in memory.
    ///   - folder: Where the nameless file lies.
    ///   - workers: With one there is no thread beside the caller's.
    package init(recordSize: Int, memory: Int, folder: String, workers: Workers = Workers(1)) {
        precondition(recordSize >= 2, "a record begins with its key")
        (self.recordSize, self.folder) = (recordSize, folder)
        desk = SideDesk(RecordRuns(recordSize: recordSize, folder: folder), workers)
        // Half of it is sorted while the other half comes together.
        let held = workers.count > 1 ? memory / 2 : memory
        capacity = max(1, min(held / 8 / recordSize, Int(UInt32.max))) * recordSize
    }

    /// Adds a record.
    package func add(_ record: Span<UInt64>) throws {
        precondition(record.count == recordSize, "all records have one size")
        records.append(addingCapacity: record.count) {
            for index in record.indices { $0.append(record[index]) }
        }
        count += 1
        if records.count >= capacity { try spill() }
    }

    /// Adds records, one behind the other.
    package func add(contentsOf more: [UInt64]) throws {
        precondition(more.count.isMultiple(of: recordSize), "all records have one size")
        records.append(contentsOf: more)
        count += more.count / recordSize
        if records.count >= capacity { try spill() }
    }

    private func spill() throws {
        try handOver()
        desk.begin { $0.spill() }
    }

    /// Puts what came together on the desk, and takes the memory of what was there.
    private func handOver() throws {
        let taken = records
        records = try desk.with { runs in
            if let failure = runs.failure { throw failure }
            let before = runs.records
            runs.records = taken
            return before
        }
    }

    /// Calls a body with every record in order; to be called once.
    package func forEach(_ body: (ArraySlice<UInt64>) throws -> Void) throws {
        try handOver()
        records = []
        let (recordSize, folder) = (recordSize, folder)
        let runs = desk.with { runs in
            var all = RecordRuns(recordSize: recordSize, folder: folder)
            swap(&all, &runs)
            return all
        }
        try runs.forEach(body)
    }
}
