import Consent

/// The ways to read the addresses of cells.
enum Reading {
    /// Reads them from their bytes and counts the bytes of their normal forms; what is not plain counts as it is.
    static func bytes(of cells: [[UInt8]]) -> Int {
        var reader = PlainAddressReader()
        var output: [UInt8] = []
        var count = 0
        for cell in cells {
            output.removeAll(keepingCapacity: true)
            switch reader.read(cell.span, into: &output) {
            case .address(let address): count += address.length
            case .malformed: count += 1
            case .notPlain: count += text(of: cell)
            }
        }
        return count
    }

    /// Reads them as texts.
    static func texts(of cells: [[UInt8]]) -> Int {
        cells.reduce(0) { $0 + text(of: $1) }
    }

    /// How many of the cells are left to the text.
    static func leftCount(of cells: [[UInt8]]) -> Int {
        var reader = PlainAddressReader()
        var output: [UInt8] = []
        return cells.count { cell in
            output.removeAll(keepingCapacity: true)
            return reader.read(cell.span, into: &output) == .notPlain
        }
    }

    /// The length of the normal form; 1 where there is none.
    private static func text(of cell: [UInt8]) -> Int {
        (try? AddressCell(parsing: String(decoding: cell, as: UTF8.self)))?.first.normalized.utf8.count ?? 1
    }
}
