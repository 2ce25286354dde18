import Consent
import Ledger
import Lists
import Tables

/// The second reading of a list: rows become acts, and many acts one commit of the ledger.
///
/// A killed run leaves whole batches behind; the next run knows them and goes on. While the ledger stores one piece of
/// the list, another thread reads what the next one claims and seals it (``PieceLine``); the order stays that of the list.
final class ImportPass {
    private(set) var tally = ImportTally()
    private let list: ListReader
    private let judge: ClaimJudge
    private let ledger: Ledger
    private let outcomes: OutcomeFile?
    private let isDryRun: Bool
    private let doNotMail: DoNotMailCheck
    /// What a dry run would have recorded so far, as keys that live as long as it.
    private var told: Set<UInt64> = []
    private let slots = (0..<ClaimPiece.mostRows).map { _ in ClaimSlot() }
    /// Rows that were taken.
    private var taken: UInt64 = 0

    /// Rows that share a commit: the more of them, the fewer pages of the vault are written for each.
    private static let commitRows = 1 << 16
    /// A commit also ends after so long, for a killed run loses it and other programs wait for it.
    private static let commitTime = Duration.seconds(4)

    init(list: ListReader, judge: ClaimJudge, ledger: Ledger, outcomes: OutcomeFile?, isDryRun: Bool) throws {
        self.list = list
        self.judge = judge
        self.ledger = ledger
        self.outcomes = outcomes
        self.isDryRun = isDryRun
        doNotMail = try DoNotMailCheck(ledger)
    }

    /// Takes every row.
    ///
    /// - Parameter onProgress: Called after each piece with bytes and rows so far.
    func run(onProgress: (UInt64, UInt64) -> Void) throws {
        let foresight = isDryRun ? nil : ledger.foresight()
        let line = PieceLine(ClaimPieceReader(list)) { [judge] in $0.judge(by: judge, foresight) }
        if isDryRun {
            while let piece = try line.next() {
                try take(piece, foresee)
                onProgress(list.source.byteCount, taken)
            }
            return
        }
        try ledger.withRoomForMany {
            var isMore = true
            while isMore {
                let (start, end) = (taken, ContinuousClock.now + Self.commitTime)
                isMore = try ledger.recordTogether(foreseenBy: foresight) { record in
                    while taken - start < UInt64(Self.commitRows), ContinuousClock.now < end {
                        guard let piece = try line.next() else { return false }
                        try take(piece) { try record($0).map { .init($0) } }
                        onProgress(list.source.byteCount, taken)
                    }
                    return true
                }
            }
        }
    }

    /// Takes the rows of a piece.
    ///
    /// - Parameters:
    ///   - piece: Rows that were judged.
    ///   - tell: Records acts, and tells of each what became of it.
    private func take(
        _ piece: ClaimPiece, _ tell: ([ForeseenAct]) throws -> [Ledger.ClaimFate]
    ) throws {
        let (findings, foreseen) = piece.hand(to: slots)
        taken += UInt64(findings.count)
        let acts = try actsToTell(findings, foreseen)
        var fates = try tell(acts).makeIterator()
        var told = foreseen.makeIterator()
        for (slot, finding) in zip(slots, findings) {
            var (outcome, reason) = (finding.outcome, finding.reason)
            if finding.isClaim, let claim = told.next() {
                let fate = slot.isClaimKeptOut ? .keptOut : fates.next()
                (outcome, reason) = (fate == .known ? .known : .recorded, nil)
                if fate == .keptOut { (outcome, reason) = (.refused, .doNotMail) } else { count(claim.act) }
            }
            for isKeptOut in slot.keptOutStops {
                guard let stop = told.next() else { break }
                let fate = fates.next()
                if isKeptOut || fate == .keptOut {
                    (outcome, reason) = (.refused, .doNotMail)
                } else {
                    count(stop.act, wasKnown: fate == .known)
                }
            }
            tally.count(outcome, reason)
            try outcomes?.write(slot, outcome, reason)
            slot.release()
        }
    }

    /// The acts of a piece that the ledger is to be told of; of the others the slots take note.
    private func actsToTell(_ findings: [RowBrief], _ foreseen: [ForeseenAct]) throws -> [ForeseenAct] {
        var (rest, acts): (_, [ForeseenAct]) = (foreseen.makeIterator(), [])
        acts.reserveCapacity(foreseen.count)
        for (slot, finding) in zip(slots, findings) {
            if finding.isClaim, let claim = rest.next() {
                slot.isClaimKeptOut = try doNotMail.answers(claim.act)
                if !slot.isClaimKeptOut { acts.append(claim) }
            }
            for _ in 0..<finding.stops {
                guard let stop = rest.next() else { break }
                slot.keptOutStops.append(try doNotMail.answers(stop.act))
                // A stop that is new is recorded whatever is answered: whoever is taken off the list has it still.
                acts.append(stop)
            }
        }
        return acts
    }

    /// Tells of acts what would become of them; nothing is recorded.
    private func foresee(_ foreseen: [ForeseenAct]) throws -> [Ledger.ClaimFate] {
        let acts = foreseen.map(\.act)
        return zip(acts, try ledger.fates(of: acts)).map { act, fate in
            fate == .recorded && !told.insert(Self.key(act)).inserted ? .known : fate
        }
    }

    private static func key(_ act: SubjectAct) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(act.kind)
        hasher.combine(act.address)
        hasher.combine(act.imported?.claimedAt)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    private func count(_ claim: SubjectAct) {
        let remarks = claim.imported?.timeRemarks ?? []
        if remarks.contains(ClaimedTime.Precision.day.rawValue) {
            tally.dayOnly += 1
        } else if remarks.contains(ClaimedTime.withoutZone) {
            tally.withoutZone += 1
        }
    }

    private func count(_ stop: SubjectAct, wasKnown: Bool) {
        let path: WritableKeyPath<ImportTally, ImportTally.Stops> =
            stop.kind == .objected ? \.objections : \.withdrawals
        if wasKnown {
            tally[keyPath: path].known += 1
        } else {
            tally[keyPath: path].recorded += 1
        }
    }
}
