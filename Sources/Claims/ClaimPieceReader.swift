import Lists

/// Reads a list piece by piece.
final class ClaimPieceReader {
    private let list: ListReader
    private let slot = ClaimSlot()
    /// The row that was read last, from 1.
    private var row: UInt64 = 0

    init(_ list: ListReader) { self.list = list }

    /// Fills a piece with the next rows; false where there are none.
    func fill(_ piece: ClaimPiece) throws -> Bool {
        piece.clear()
        var isEmpty = true
        while try list.next(into: &slot.record) {
            row += 1
            slot.number = row
            isEmpty = false
            if !piece.add(slot, isInPlace: list.stretch.isInPlace) { break }
        }
        return !isEmpty
    }
}
