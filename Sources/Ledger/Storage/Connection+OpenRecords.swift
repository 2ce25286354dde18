import Database

extension Connection {
    /// Places in the log whose records are open and therefore not in the vault.
    func positionsOfOpenRecords() throws -> [UInt64] {
        let statement = try prepare("SELECT position FROM open_records")
        var positions: [UInt64] = []
        while try statement.step() { positions.append(UInt64(clamping: statement.integer(0))) }
        return positions
    }
}
