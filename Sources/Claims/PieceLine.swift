import Ledger
import Workers

/// The pieces of a list in their order, each judged by another thread while its caller is busy with the one before it.
///
/// Two pieces are all that there are at once, however long the list is.
final class PieceLine {
    private let reader: ClaimPieceReader
    private let judge: ClaimJudge
    private let foresight: ActForesight?
    private let pieces = [ClaimPiece(), ClaimPiece()]
    /// Which of them is filled next.
    private var turn = 0
    private var coming: ClaimPiece?
    private var thread: Aside?
    private var hasBegun = false

    /// - Parameter foresight: Makes records of the acts before their turn; nil where nothing is recorded.
    init(_ reader: ClaimPieceReader, _ judge: ClaimJudge, _ foresight: ActForesight?) {
        self.reader = reader
        self.judge = judge
        self.foresight = foresight
    }

    /// The next piece, judged; nil after the last.
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
        piece.judge(by: judge, foresight)
        try begin()
        return piece
    }

    private func begin() throws {
        let piece = pieces[turn]
        coming = nil
        guard try reader.fill(piece) else { return }
        turn = 1 - turn
        coming = piece
        thread = Aside { [judge, foresight] in piece.judge(by: judge, foresight) }
    }
}
