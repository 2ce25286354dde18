import Synchronization
import Workers

/// Some events of the vault, whose yeses another thread looks at while the next ones are read.
final class ScanPiece {
    /// An event, and its row in the vault.
    struct Entry {
        let row: Int64
        let found: VaultScan.Found
        /// The number of its purpose: ``EventNote/PurposeNumber``.
        let purpose: UInt16
        /// Which of the piece's yeses it is, if it is one that counts.
        let yes: Int?
    }

    /// What came of looking at the yeses.
    private final class Answers: Sendable {
        let yeses = Mutex<[Ledger.Yes?]?>(nil)
    }

    let entries: [Entry]
    private let sights: [YesLook.Sight]
    private let look: YesLook
    private let answers = Answers()
    private var thread: Aside?

    /// Begins to look.
    init(_ entries: [Entry], _ sights: [YesLook.Sight], _ look: YesLook) {
        self.entries = entries
        self.sights = sights
        self.look = look
        guard !sights.isEmpty else { return }
        thread = Aside { [answers] in
            let found = look.look(at: sights)
            answers.yeses.withLock { $0 = found }
        }
    }

    /// What the yeses say; nil for those that are to be looked at in the plain way.
    func yeses() -> [Ledger.Yes?] {
        // Waits for the thread; where the system gave none, the work is done here.
        thread = nil
        return answers.yeses.withLock { $0 } ?? look.look(at: sights)
    }
}
