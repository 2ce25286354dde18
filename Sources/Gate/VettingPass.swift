import Consent
import Ledger
import Lists
import Origins
import Policies
import Tables

/// One reading of a list from its first row to its last, in batches: the ledger is asked once for many rows.
final class VettingPass {
    private(set) var tally = Tally()
    private(set) var memory = AddressMemory()
    private let list: ListReader
    private let judge: RowJudge
    private let ledger: Ledger
    private let purpose: Purpose
    private let outputs: RowOutputs?
    private let stream: AcceptedStream?
    /// Finds people of registered sources; nil where there are none.
    private let sources: SourceRecognition?
    /// Addresses of which an earlier reading found that some row of theirs gets a no.
    private let contradicted: [UInt64: AddressMemory.Outcome]

    private static let batchSize = 256

    init(
        list: ListReader, judge: RowJudge, ledger: Ledger, purpose: Purpose, outputs: RowOutputs?,
        stream: AcceptedStream?, sources: SourceRecognition?, contradicted: [UInt64: AddressMemory.Outcome]
    ) {
        self.sources = sources
        self.list = list
        self.judge = judge
        self.ledger = ledger
        self.purpose = purpose
        self.outputs = outputs
        self.stream = stream
        self.contradicted = contradicted
    }

    /// Reads, judges and writes every row.
    ///
    /// - Parameter onProgress: Called after each batch with bytes and rows so far.
    func run(onProgress: (UInt64, UInt64) -> Void) throws {
        try outputs?.begin(list)
        try stream?.write(list.acceptedBeginning())
        let columns = list.recognition.headers.count
        let slots = (0..<Self.batchSize).map { _ in RowSlot() }
        var row: UInt64 = 0
        var isMore = true
        while isMore {
            var filled = 0
            while filled < slots.count {
                isMore = try list.next(into: &slots[filled].record, blank: &tally.blankRecords)
                guard isMore else { break }
                row += 1
                slots[filled].read(list.recognition, columns: columns, row: row)
                filled += 1
            }
            try sources?.mark(slots[..<filled])
            try take(slots[..<filled])
            onProgress(list.source.byteCount, row)
        }
    }

    private func take(_ slots: ArraySlice<RowSlot>) throws {
        let known = try ledger.standings(of: slots.compactMap(\.address), for: purpose)
        var next = known.startIndex
        for slot in slots {
            var subject: SubjectStanding?
            if slot.address != nil {
                subject = known[next]
                next += 1
            }
            try finish(slot, decide(slot, judge.describe(slot, subject)))
        }
    }

    /// Decides a row, and holds it against other rows with its address: a no in one of them beats a yes in another.
    private func decide(_ slot: RowSlot, _ facts: Facts) -> RowDecision {
        var own = judge.decide(facts)
        guard slot.address != nil else { return own }
        if let outcome = contradicted[slot.key] {
            let other = judge.decision(from: outcome)
            if other.verdict > own.verdict { own = other }
        }
        guard let before = memory.outcome(of: slot.key) else {
            memory.note(judge.outcome(of: own), of: slot.key)
            return own
        }
        let earlier = judge.decision(from: before)
        if own.verdict > earlier.verdict {
            memory.note(judge.outcome(of: own), of: slot.key)
            memory.contradict(slot.key, with: judge.outcome(of: own))
        }
        var repeated = facts
        repeated.set(.rowRepeated, to: true)
        let again = judge.decide(repeated)
        return earlier.verdict > again.verdict ? earlier : again
    }

    private func finish(_ slot: RowSlot, _ decision: RowDecision) throws {
        let origin = slot.origin?.origin ?? .unknown
        tally.count(decision.verdict, ruleIndex: decision.rule, origin: origin)
        let rule = decision.rule.map { judge.policy.rules[$0] }
        let isAboutLinkedIn = decision.rule.map(judge.linkedInRules.contains) ?? false
        let reason =
            rule.map { RowReason.text(of: $0, decision, slot, isAboutLinkedIn: isAboutLinkedIn) } ?? ""
        if tally.wantsSample(of: decision.verdict) {
            tally.keep(
                .init(
                    row: slot.number, address: slot.address?.shortened, rule: rule, reason: reason,
                    origin: origin),
                of: decision.verdict)
        }
        switch decision.verdict {
        case .accept:
            if let stream {
                var bytes: [UInt8] = []
                slot.record.appendEncodedRaw(to: &bytes)
                try stream.write(bytes)
            }
            try outputs?.write(slot, .accept, added: [])
        case .hold, .reject:
            flagFormulas(slot)
            let added = [
                String(slot.number), decision.verdict.rawValue, rule?.id ?? "", reason, rule?.cure ?? "",
                origin.rawValue,
            ]
            try outputs?.write(slot, decision.verdict, added: added)
        }
    }

    /// Counts cells that a spreadsheet would run; they are the user's own and are not touched.
    private func flagFormulas(_ slot: RowSlot) {
        for cell in 0..<slot.record.cellCount where slot.record.withCell(cell, { looksLikeFormula($0) }) {
            tally.formulaCells += 1
            if tally.firstFormulaRow == nil { tally.firstFormulaRow = slot.number }
        }
    }
}
