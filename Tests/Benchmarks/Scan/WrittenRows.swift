import Tables

/// Rows of a list that are put together for the outputs, as a gate does with those of which it knows what becomes of them.
final class WrittenRows {
    private var block = PlainBlock()
    private let writer: RecordWriter
    /// What a row that stays out gets behind its number.
    private let tail: [UInt8]
    private var output: [UInt8] = []
    private var copy: [UInt8] = []

    private static let added = [
        "reject", "F01", "Nothing shows that this person agreed to this newsletter.",
        "Ask for it on your own form, or record the opt-in that you have.", "unknown", "", "F01", "",
    ]

    /// Reads the first rows below the header.
    init(_ list: [UInt8]) throws(TableError) {
        let dialect = try Dialect()
        writer = RecordWriter(dialect: dialect)
        tail = writer.encoded(addedCells: Self.added)
        var reader = try RecordReader(dialect: dialect, source: MemorySource(list))
        var header = Record()
        _ = try reader.next(into: &header)
        _ = try reader.nextPlain(into: &block, atMost: 512)
    }

    /// How many rows there are.
    var count: Int { block.count }

    /// Puts every row together as it came, so often; how many bytes that were.
    func accepted(times: Int) -> Int {
        written(times) {
            for record in block.records { output.append(contentsOf: block.bytes[record.range]) }
        }
    }

    /// Puts every row together with its number and what held and rejected rows get; how many bytes that were.
    func keptOut(times: Int) -> Int {
        written(times) {
            for index in block.records.indices {
                writer.append(
                    block.records[index], of: block, addingNumber: UInt64(index), tail: tail[...], to: &output
                )
            }
        }
    }

    /// Copies the rows that were put together last, so often.
    func copied(times: Int) -> Int {
        var count = 0
        for _ in 0..<times {
            copy.removeAll(keepingCapacity: true)
            copy.append(contentsOf: output)
            count += copy.count
        }
        return count
    }

    private func written(_ times: Int, _ write: () -> Void) -> Int {
        var count = 0
        for _ in 0..<times {
            output.removeAll(keepingCapacity: true)
            write()
            count += output.count
        }
        return count
    }
}
