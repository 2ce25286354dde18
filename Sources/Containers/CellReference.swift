/// The name of a cell, `AB12`, as numbers from 1.
struct CellReference: Hashable, Sendable {
    let column: Int
    let row: Int

    /// Reads a name; nil if it is none, or lies outside of every sheet.
    init?(_ text: String, limits: ContainerLimits) {
        var column = 0
        var row = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                guard row == 0 else { return nil }
                column = column * 26 + Int(byte & 0x1F)
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                row = row * 10 + Int(byte & 0x0F)
            default: return nil
            }
            guard column <= limits.columns, row <= limits.sheetRows else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.column = column
        self.row = row
    }
}
