/// Records whose reading leaves no doubt, many at a time, in memory that is used again for the next ones.
///
/// `RecordReader.nextPlain(into:atMost:)` fills it. The offsets of records and cells are good until then.
package struct PlainBlock: ~Copyable, Sendable {
    /// The bytes of all records as they stood, one after the other, line ends included.
    package internal(set) var bytes: [UInt8] = []
    /// Content of cells in which doubled quotes were undone.
    package internal(set) var rewritten: [UInt8] = []
    /// The records, in the order of the table.
    package internal(set) var records: [PlainRecord] = []
    /// The cells of all records, and behind them memory without a meaning.
    package internal(set) var cells: [PlainCell]
    /// The number of the first record, from 1, blank ones counted.
    package internal(set) var firstNumber = 1

    /// How many records there are.
    package var count: Int { records.count }

    /// How the input is written down.
    var dialect: Dialect?
    /// How many cells have a meaning.
    var cellCount = 0
    /// How many bytes of records fit.
    let byteCapacity: Int

    /// Makes a block to read into.
    ///
    /// - Parameters:
    ///   - byteCapacity: how many bytes of records it takes; those of one record have to fit.
    ///   - cellCapacity: how many cells it takes.
    package init(byteCapacity: Int = 1 << 17, cellCapacity: Int = 1 << 15) {
        self.byteCapacity = min(max(byteCapacity, 64), 1 << 28)
        cells = Array(repeating: .none, count: min(max(cellCapacity, 64), 1 << 28))
    }

    /// How many bytes of memory the block holds on to.
    package var allocatedBytes: Int {
        bytes.capacity + rewritten.capacity + records.capacity * MemoryLayout<PlainRecord>.stride
            + cells.capacity * MemoryLayout<PlainCell>.stride
    }

    /// The same records for somebody else, who may read them at the same time; no memory is copied before one of both changes.
    package func shared() -> PlainBlock { PlainBlock(sharing: self) }

    private init(sharing other: borrowing PlainBlock) {
        (bytes, rewritten) = (other.bytes, other.rewritten)
        (records, cells, cellCount) = (other.records, other.cells, other.cellCount)
        (firstNumber, dialect, byteCapacity) = (other.firstNumber, other.dialect, other.byteCapacity)
    }

    /// Forgets the content, but keeps the memory.
    package mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        rewritten.removeAll(keepingCapacity: true)
        records.removeAll(keepingCapacity: true)
        cellCount = 0
    }
}
