extension RecordReader {
    /// How large the parts of a table may be, so that no input takes more memory than we mean to give.
    public struct Limits: Hashable, Sendable {
        /// The longest cell in bytes, as it stands: quotes and all.
        public let maxCellBytes: Int
        /// The longest record in bytes, line end included; UTF-16 counts as the UTF-8 it becomes.
        public let maxRecordBytes: Int
        /// The most cells a record may have.
        public let maxCells: Int
        /// The most line ends a cell may have before its quote counts as one that opened by mistake.
        public let maxCellLines: Int

        /// Cells of 1 MiB and 1,000 lines, records of 16 MiB, 16,384 cells: more than spreadsheet programs can hold.
        public static let `default` = Limits()

        /// Sets limits; each is kept between 1 and 256 MiB (or that many cells).
        public init(
            maxCellBytes: Int = 1 << 20, maxRecordBytes: Int = 1 << 24, maxCells: Int = 1 << 14,
            maxCellLines: Int = 1000
        ) {
            func bounded(_ value: Int) -> Int { min(max(value, 1), 1 << 28) }
            self.maxCellBytes = bounded(maxCellBytes)
            self.maxRecordBytes = bounded(maxRecordBytes)
            self.maxCells = bounded(maxCells)
            self.maxCellLines = bounded(maxCellLines)
        }
    }
}
