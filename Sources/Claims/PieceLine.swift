import Workers

/// The pieces of a list in their order, each worked on by another thread while its caller is busy with the one before it.
///
/// Two pieces are all that there are at once, however long the list is.
final class PieceLine {
    private let reader: ClaimPieceReader
    private let work: @Sendable (ClaimPiece) -> Void
    private let pieces = [ClaimPiece(), ClaimPiece()]
    /// Which of them is filled next.
    private var turn = 0
    private var coming: ClaimPiece?
    private var thread: Aside?
    private var hasBegun = false

    /// - Parameter work: What is done with a piece; a second time it does nothing.
    init(_ reader: ClaimPieceReader, _ work: @escaping @Sendable (ClaimPiece) -> Void) {
        self.reader = reader
        self.work = work
    }

    /// The next piece, worked on; nil after the last.
    ///
    /// It is the caller's until the next call.
    func next() throws -> ClaimPiece? {
        if !hasBegun {
            hasBegun = true
            try begin()
        }
        guard let piece = coming else { return nil }
        // Waits for the thread; where the system gave none, the work is done here.
        thread = nil
        work(piece)
        try begin()
        return piece
    }

    private func begin() throws {
        let piece = pieces[turn]
        coming = nil
        guard try reader.fill(piece) else { return }
        turn = 1 - turn
        coming = piece
        thread = Aside { [work] in work(piece) }
    }
}
