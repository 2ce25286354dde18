/// Why the scanner could not come to the end of a record.
struct ScanStop: Error, Hashable, Sendable {
    /// The reasons for stopping.
    enum Reason: Hashable, Sendable {
        /// The text at hand ends within the record.
        case needsMore
        /// The record cannot be read.
        case failure(TableError.Code)
    }

    let reason: Reason
    /// The offset in the record to report.
    let offset: Int

    /// The text at hand ended.
    static func needsMore(at end: Int) -> ScanStop {
        ScanStop(reason: .needsMore, offset: end)
    }

    /// The record cannot be read because of what is at `offset`.
    static func failure(_ code: TableError.Code, at offset: Int) -> ScanStop {
        ScanStop(reason: .failure(code), offset: offset)
    }
}
