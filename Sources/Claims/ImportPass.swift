import Consent
import Ledger
import Lists
import Tables

/// The second reading of a list: rows become acts, and many acts one commit of the ledger.
///
/// A killed run leaves whole batches behind; the next run knows them and goes on.
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
    private let slots = (0..<ImportPass.pieceRows).map { _ in ClaimSlot() }
    /// The row that was read last.
    private var row: UInt64 = 0

    /// Rows that are told to the ledger at once.
    private static let pieceRows = 1024
    /// A piece is also full when its rows have so many bytes.
    private static let pieceBytes = 8 << 20
    /// Rows that share a commit: the more of them, the fewer pages of the vault are written for each.
    private static let commitRows = 1 << 16
    /// A commit also ends after so long, for a killed run loses it and other programs wait for it.
    private static let commitTime = Duration.seconds(2)

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
        if isDryRun {
            while try takePiece(foresee, onProgress) {}
            return
        }
        try ledger.withRoomForMany {
            var isMore = true
            while isMore {
                let (start, end) = (row, ContinuousClock.now + Self.commitTime)
                isMore = try ledger.recordTogether { record in
                    var isMore = true
                    while isMore, row - start < UInt64(Self.commitRows), ContinuousClock.now < end {
                        isMore = try takePiece({ try record($0).map { .init($0) } }, onProgress)
                    }
                    return isMore
                }
            }
        }
    }

    /// Takes the next rows; false after the last.
    ///
    /// - Parameters:
    ///   - tell: Records acts, and tells of each what became of it.
    ///   - onProgress: Called with bytes and rows so far.
    private func takePiece(
        _ tell: ([SubjectAct]) throws -> [Ledger.ClaimFate], _ onProgress: (UInt64, UInt64) -> Void
    ) throws -> Bool {
        var filled = 0
        var bytes = 0
        var isMore = true
        while filled < slots.count, bytes < Self.pieceBytes {
            let slot = slots[filled]
            isMore = try list.next(into: &slot.record)
            guard isMore else { break }
            row += 1
            slot.number = row
            slot.finding = list.stretch.isInPlace ? judge.finding(of: slot) : .refused(.otherList)
            bytes += slot.record.allocatedBytes
            filled += 1
        }
        try take(slots[..<filled], tell)
        onProgress(list.source.byteCount, row)
        return isMore
    }

    private func take(
        _ slots: ArraySlice<ClaimSlot>, _ tell: ([SubjectAct]) throws -> [Ledger.ClaimFate]
    ) throws {
        var acts: [SubjectAct] = []
        acts.reserveCapacity(slots.count)
        for slot in slots {
            if let claim = slot.finding.claim {
                slot.isClaimKeptOut = try doNotMail.answers(claim)
                if !slot.isClaimKeptOut { acts.append(claim) }
            }
            slot.keptOutStops = try slot.finding.stops.map { try doNotMail.answers($0) }
            // A stop that is new is recorded whatever is answered: whoever is taken off the list has it still.
            acts += slot.finding.stops
        }
        var fates = try tell(acts)[...]
        for slot in slots {
            let finding = slot.finding
            var (outcome, reason) = (finding.outcome, finding.reason)
            if let claim = finding.claim {
                let fate = slot.isClaimKeptOut ? .keptOut : fates.popFirst()
                (outcome, reason) = (fate == .known ? .known : .recorded, nil)
                if fate == .keptOut { (outcome, reason) = (.refused, .doNotMail) } else { count(claim) }
            }
            for (stop, isKeptOut) in zip(finding.stops, slot.keptOutStops) {
                let fate = fates.popFirst()
                if isKeptOut || fate == .keptOut {
                    (outcome, reason) = (.refused, .doNotMail)
                } else {
                    count(stop, wasKnown: fate == .known)
                }
            }
            tally.count(outcome, reason)
            try outcomes?.write(slot, outcome, reason)
            slot.release()
        }
    }

    /// Tells of acts what would become of them; nothing is recorded.
    private func foresee(_ acts: [SubjectAct]) throws -> [Ledger.ClaimFate] {
        zip(acts, try ledger.fates(of: acts)).map { act, fate in
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
