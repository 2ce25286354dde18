import Database

/// Ascending places of a log, read one by one and looked at before they are taken.
final class PositionCursor {
    private let statement: Statement
    /// The next place, or nil after the last.
    private(set) var next: UInt64?

    /// Reads the places that a query gives in its first column.
    init(_ connection: Connection, _ sql: String) throws {
        statement = try connection.prepare(sql)
        try advance()
    }

    func advance() throws {
        next = try statement.step() ? UInt64(clamping: statement.integer(0)) : nil
    }

    /// Passes over all places before one, and says whether that one is there.
    func contains(_ position: UInt64) throws -> Bool {
        while let found = next, found < position { try advance() }
        return next == position
    }
}
