import Lists

/// How far an import is.
public struct ImportProgress: Sendable {
    /// Whether this is a first reading, which records nothing.
    public let isFirstReading: Bool
    /// Bytes read.
    public let bytes: UInt64
    /// Bytes of the list, if that is known beforehand.
    public let totalBytes: UInt64?
    /// Rows read.
    public let rows: UInt64

    init(in source: ListSource, bytes: UInt64, rows: UInt64, isFirstReading: Bool = false) {
        self.isFirstReading = isFirstReading
        self.bytes = bytes
        totalBytes = source.size
        self.rows = rows
    }
}
