import Tables

/// What came out of a table.
struct Reading: Equatable {
    var count = 0
    var cells: [String] = []
    var error: TableError?

    /// Takes in a cell, which must be valid UTF-8.
    mutating func note(_ record: borrowing Record, _ index: Int) {
        var bytes: [UInt8] = []
        record.appendCell(index, to: &bytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            preconditionFailure("a cell that is no UTF-8")
        }
        if let better = Mojibake.undone(text) { precondition(better != text, "undone to itself") }
        _ = looksLikeFormula(text)
        cells.append(text)
    }
}
