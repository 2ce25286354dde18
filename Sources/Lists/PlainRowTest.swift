import Origins
package import Tables

/// Whether records without an at sign in their column of addresses are rows, as far as their bytes tell it at once.
///
/// `RecordKind` says the same of each that is let through here; of all others it has to be asked.
package struct PlainRowTest: Sendable {
    private let catalogue: LayoutCatalogue
    private let recognition: Recognition

    init(_ recognition: Recognition, _ catalogue: LayoutCatalogue) {
        self.recognition = recognition
        self.catalogue = catalogue
    }

    /// Whether a record is surely a row and no header, note or footer.
    package func isRow(_ record: PlainRecord, of block: borrowing PlainBlock) -> Bool {
        let (cells, bytes) = (block.cells.span, block.bytes.span)
        guard record.cellCount > RecordKind.mostOfNote, record.cellCount <= RecordKind.widest,
            record.range.count <= RecordKind.longest, !record.hasRewrittenCells
        else { return false }
        var filled = 0
        var known = 0
        var isSeen = false
        for index in record.cells {
            let cell = bytes.extracting(cells[index].range)
            guard !RecordKind.isEmpty(cell) else { continue }
            filled += 1
            isSeen = isSeen || Self.holdsVisible(cell)
            known += catalogue.nameSieve.mayKnow(cell) ? 1 : 0
        }
        guard isSeen, filled > RecordKind.mostOfNote, known * 3 < filled else { return false }
        let first = bytes.extracting(cells[Int(record.firstCell)].range)
        guard first.count < RecordKind.leastOfPreamble else { return false }
        return !recognition.beginsLikeHeader(Self.text(first))
    }

    private static func text(_ cell: Span<UInt8>) -> String {
        var bytes: [UInt8] = []
        for index in cell.indices { bytes.append(cell[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A record of white space beyond ASCII is blank, whatever the number of its cells.
    private static func holdsVisible(_ cell: Span<UInt8>) -> Bool {
        for index in cell.indices where cell[index] > UInt8(ascii: " ") && cell[index] < 0x80 { return true }
        return false
    }
}

extension ListReader {
    /// Tells rows of the present stretch that have no at sign.
    package var plainRowTest: PlainRowTest { PlainRowTest(stretch.recognition, catalogue) }
}
