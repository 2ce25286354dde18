import Ledger
import Synchronization
import Tables

/// Rows that are told to the ledger at once, with what was made of them.
///
/// One thread fills it, another judges it, and the first takes it again; its memory is used again for the rows to come.
final class ClaimPiece: Sendable {
    /// Rows of a full piece.
    static let mostRows = 1024
    /// A piece is also full when its rows have so many bytes.
    private static let mostBytes = 8 << 20

    /// A row of the list as it stands there.
    private final class Place: Sendable {
        let record = Mutex(Record())
    }

    private struct Work {
        var rows: [(number: UInt64, isInPlace: Bool)] = []
        var bytes = 0
        var isJudged = false
        var findings: [RowBrief] = []
        var acts: [ForeseenAct] = []
    }

    private let places = (0..<ClaimPiece.mostRows).map { _ in Place() }
    private let work = Mutex(Work())

    /// Begins anew; what was made of the rows before stays until those to come are judged.
    func clear() {
        work.withLock { work in
            work.rows.removeAll(keepingCapacity: true)
            (work.bytes, work.isJudged) = (0, false)
        }
    }

    /// How many rows there are.
    var rowCount: Int { work.withLock { $0.rows.count } }

    /// Takes over the row of a slot, which gets another record to read into.
    ///
    /// - Returns: Whether there is room for more.
    func add(_ slot: ClaimSlot, isInPlace: Bool) -> Bool {
        let (number, bytes) = (slot.number, slot.record.allocatedBytes)
        let (place, isFull) = work.withLock { work in
            work.rows.append((number, isInPlace))
            work.bytes += bytes
            return (
                work.rows.count - 1,
                work.rows.count >= Self.mostRows || work.bytes >= Self.mostBytes
            )
        }
        exchange(place, slot)
        return !isFull
    }

    /// Tells what every row claims, unless that was done; on any thread.
    ///
    /// - Parameter foresight: Makes records of the acts.
    func judge(by judge: ClaimJudge, _ foresight: ActForesight?) {
        let (rows, isJudged) = work.withLock { ($0.rows, $0.isJudged) }
        guard !isJudged else { return }
        let slot = ClaimSlot()
        var findings: [RowBrief] = []
        var acts: [SubjectAct] = []
        findings.reserveCapacity(rows.count)
        acts.reserveCapacity(rows.count + rows.count / 4)
        for (place, row) in rows.enumerated() {
            exchange(place, slot)
            slot.number = row.number
            let finding = row.isInPlace ? judge.finding(of: slot) : .refused(.otherList)
            exchange(place, slot)
            if let claim = finding.claim { acts.append(claim) }
            acts += finding.stops
            findings.append(RowBrief(finding))
        }
        let foreseen = foresight?.foresee(acts) ?? acts.map { ForeseenAct($0) }
        // What was made of the rows before goes here, where it was made: the other thread has enough to do.
        let spent = work.withLock { work in
            let spent = (work.findings, work.acts)
            (work.findings, work.acts, work.isJudged) = (findings, foreseen, true)
            return spent
        }
        withExtendedLifetime(spent) {}
    }

    /// Notes the times of every row, unless that was done; on any thread.
    func survey(by surveyor: TimeSurveyor) {
        let (rows, isJudged) = work.withLock { ($0.rows, $0.isJudged) }
        guard !isJudged else { return }
        let slot = ClaimSlot()
        for (place, row) in rows.enumerated() where row.isInPlace {
            exchange(place, slot)
            surveyor.note(slot)
            exchange(place, slot)
        }
        work.withLock { $0.isJudged = true }
    }

    /// Hands the rows to slots.
    ///
    /// - Returns: What was found in each, and their acts in their order: of each row the claim and then its stops.
    func hand(to slots: [ClaimSlot]) -> (findings: [RowBrief], acts: [ForeseenAct]) {
        let (rows, findings, acts) = work.withLock { ($0.rows, $0.findings, $0.acts) }
        for (place, row) in rows.enumerated() {
            exchange(place, slots[place])
            slots[place].number = row.number
        }
        return (findings, acts)
    }

    private func exchange(_ place: Int, _ slot: ClaimSlot) {
        places[place].record.withLock { swap(&$0, &slot.record) }
    }
}
