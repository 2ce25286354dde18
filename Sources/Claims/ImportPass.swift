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
    /// What a dry run would have recorded so far, as keys that live as long as it.
    private var told: Set<UInt64> = []

    private static let batchRows = 1024
    /// A batch is also full when its rows have so many bytes.
    private static let batchBytes = 8 << 20

    init(list: ListReader, judge: ClaimJudge, ledger: Ledger, outcomes: OutcomeFile?, isDryRun: Bool) {
        self.list = list
        self.judge = judge
        self.ledger = ledger
        self.outcomes = outcomes
        self.isDryRun = isDryRun
    }

    /// Takes every row.
    ///
    /// - Parameter onProgress: Called after each batch with bytes and rows so far.
    func run(onProgress: (UInt64, UInt64) -> Void) throws {
        let slots = (0..<Self.batchRows).map { _ in ClaimSlot() }
        var row: UInt64 = 0
        var isMore = true
        while isMore {
            var filled = 0
            var bytes = 0
            while filled < slots.count, bytes < Self.batchBytes {
                let slot = slots[filled]
                isMore = try list.next(into: &slot.record)
                guard isMore else { break }
                row += 1
                slot.number = row
                slot.finding = judge.finding(of: slot)
                bytes += slot.record.allocatedBytes
                filled += 1
            }
            try take(slots[..<filled])
            onProgress(list.source.byteCount, row)
        }
    }

    private func take(_ slots: ArraySlice<ClaimSlot>) throws {
        var acts: [SubjectAct] = []
        for slot in slots {
            if let claim = slot.finding.claim { acts.append(claim) }
            acts += slot.finding.stops
        }
        var known = try wereKnown(acts)[...]
        for slot in slots {
            let finding = slot.finding
            var (outcome, reason) = (finding.outcome, finding.reason)
            if let claim = finding.claim {
                (outcome, reason) = (known.popFirst() == true ? .known : .recorded, nil)
                count(claim)
            }
            for stop in finding.stops { count(stop, wasKnown: known.popFirst() == true) }
            tally.count(outcome, reason)
            try outcomes?.write(slot, outcome, reason)
            slot.release()
        }
    }

    /// Records acts, and tells of each whether it was known before.
    private func wereKnown(_ acts: [SubjectAct]) throws -> [Bool] {
        guard isDryRun else { return try ledger.record(batch: acts).map(\.wasKnown) }
        return zip(acts, try ledger.knows(acts)).map { act, isKnown in
            !told.insert(Self.key(act)).inserted || isKnown
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
