import Origins
import Tables

/// What a record of a list is, at a first look.
enum RecordKind {
    /// Nothing stands in it.
    case blank
    /// A contact, or what must be judged like one.
    case row
    /// Hardly anything stands in it, and no address: what follows tells whether it is a row, a note or a footer.
    case loose
    /// The header of a list, with its cells.
    case header([String])

    /// Looks no further than needed, for this happens to every record.
    ///
    /// - Parameter stretch: The list that the record seems to belong to.
    init(of record: borrowing Record, in stretch: Stretch, _ catalogue: LayoutCatalogue) {
        if record.isBlank {
            self = .blank
        } else if let column = stretch.recognition.addressColumns.first,
            record.withCell(column, { Self.holdsSign($0) })
        {
            self = .row
        } else {
            self = Self.look(record, stretch, catalogue)
        }
    }

    /// Wider than any header is, so that a hostile list cannot buy time with columns.
    static let widest = 2_000
    /// A longer record is no header, note or footer.
    static let longest = 1 << 15
    /// A note or a footer fills no more cells.
    static let mostOfNote = 3
    /// The sentence of a preamble has more bytes.
    static let leastOfPreamble = 30

    private static func look(
        _ record: borrowing Record, _ stretch: Stretch, _ catalogue: LayoutCatalogue
    ) -> RecordKind {
        guard record.cellCount <= widest, record.raw.count <= longest else { return .row }
        var filled = 0
        var known = 0
        var hasSign = false
        for index in 0..<record.cellCount {
            record.withCell(index) { cell in
                guard !isEmpty(cell) else { return }
                filled += 1
                hasSign = hasSign || holdsSign(cell)
                known += catalogue.nameSieve.mayKnow(cell) ? 1 : 0
            }
            if hasSign { return .row }
        }
        let isHeaderlike = known * 3 >= filled && (known > 1 || filled == 1)
        guard isHeaderlike || filled <= mostOfNote || mayBegin(record) else {
            return stretch.recognition.beginsLikeHeader(record.text(0))
                && stretch.recognition.repeatsHeader(record.allCells) ? .header(record.allCells) : .row
        }
        let cells = record.allCells
        if stretch.recognition.repeatsHeader(cells) || (isHeaderlike && catalogue.isHeader(cells)) {
            return .header(cells)
        }
        return filled == 1 || catalogue.isFooter(cells) || catalogue.isPreamble([cells]) ? .loose : .row
    }

    /// Whether the first cell is long enough for the sentence of a preamble.
    private static func mayBegin(_ record: borrowing Record) -> Bool {
        record.withCell(0) { $0.count >= leastOfPreamble }
    }

    private static func holdsSign(_ cell: Span<UInt8>) -> Bool {
        for index in 0..<cell.count {
            if cell[index] == UInt8(ascii: "@") { return true }
            // U+FF20, the full-width one.
            if cell[index] == 0xA0, index > 1, cell[index - 1] == 0xBC, cell[index - 2] == 0xEF {
                return true
            }
        }
        return false
    }

    static func isEmpty(_ cell: Span<UInt8>) -> Bool {
        for index in 0..<cell.count where cell[index] > UInt8(ascii: " ") { return false }
        return true
    }
}
