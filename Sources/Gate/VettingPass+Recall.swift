import Consent
import Ledger
import Lists
import Origins
import Policies
import Tables
import Workers

extension VettingPass {
    /// Reads, judges and writes the rows that are left, and recalls what became of rows that looked the same.
    ///
    /// - Parameter known: What the ledger says of many people at once.
    func runRecalling(_ known: KnownPeople, after first: UInt64, onProgress: (UInt64, UInt64) -> Void) throws
    {
        guard var classes = StandingClasses(known.index, judge) else {
            return try runPlain(after: first, onProgress: onProgress)
        }
        let slot = RowSlot(hasher: hasher)
        var recall = RowRecall()
        var sketch = BlockSketch()
        var desk = SketchDesk(known.index, workers)
        desk.begin(sketcher(known))
        var sketched: (stretch: Stretch, first: Int) = (stretch, 0)
        var row = first
        // Addresses that stood in rows before are told by their hashes.
        let tellsBySubject = first == 0
        if tellsBySubject { memory.tellApart(subjects: known.index.subjectCount) }
        while true {
            let isPlain = try list.readPlain()
            if isPlain, row == first { expectAddresses(like: list.plain) }
            if isPlain, stretch !== sketched.stretch || list.plain.firstNumber != sketched.first {
                if stretch !== sketched.stretch {
                    // What stands above a list counts for all of its rows: those of another are no such rows.
                    tally.count(recall.counted)
                    recall = RowRecall()
                    desk.begin(sketcher(known))
                }
                sketched = (stretch, list.plain.firstNumber)
                desk.sketch(list, into: &sketch)
                sketch.tell(&classes)
                desk.lookAhead(list)
                sketch.forEachKey { memory.expect($0) }
                onProgress(list.source.byteCount, row)
            }
            if isPlain {
                let count = try writeKnown(sketch, after: row, &recall, &classes)
                row += UInt64(count)
                list.passPlain(count)
                // What was read together is done with; else its next row has to be read by itself.
                if list.nextPlain == list.plain.count { continue }
            }
            let place = list.nextPlain
            let look = isPlain ? sketch.row(place) : nil
            let before = look.flatMap(\.key).flatMap { memory.outcome(of: $0) }
            guard try list.next(into: &slot.record) else { break }
            row += 1
            if !isPlain, row.isMultiple(of: 1024) { onProgress(list.source.byteCount, row) }
            read(slot, row: row)
            if tellsBySubject { slot.identify(in: known) }
            let found = look.flatMap {
                slot.keys.map(\.hash) == [$0.row.key] ? known.index.standing($0.member.person) : nil
            }
            let judged = try take(slot, found: found)
            if let look, list.isClear, stretch === sketched.stretch, list.plain.firstNumber == sketched.first,
                list.nextPlain == place + 1
            {
                keep(judged, slot, look, before, &recall)
            }
        }
        tally.count(recall.counted)
        onProgress(list.source.byteCount, row)
    }

    /// Makes room for the addresses of the list, as far as its first rows and its length tell how many there are.
    private func expectAddresses(like block: borrowing PlainBlock) {
        guard let size = list.source.size, block.bytes.count > 0 else { return }
        let rows = size.multipliedFullWidth(by: UInt64(block.count))
        guard rows.high == 0 else { return }
        memory.reserve(Int(clamping: rows.low / UInt64(block.bytes.count)))
    }

    private func sketcher(_ known: KnownPeople) -> RowSketcher? {
        RowSketcher(
            stretch, list.plainRowTest, told: told.columns, hasher: hasher, known.addresses, known.suppression
        )
    }

    /// Writes the next rows of the block, as many in a row as it is known of what becomes of such.
    ///
    /// - Parameter row: The number of the row before.
    /// - Returns: How many they were.
    private func writeKnown(
        _ sketch: borrowing BlockSketch, after row: UInt64, _ recall: inout RowRecall,
        _ classes: inout StandingClasses
    ) throws -> Int {
        // What changes with every row is held here meanwhile: to reach into an object costs more than what is done there.
        var writing = KnownRows(
            memory: AddressMemory(), survey: ListSurvey(), isSurveyed: isSurveyed,
            bytes: RowBytes(),
            wanted: Verdict.allCases.map { tally.wantsSample(of: $0) }, writer: outputs?.writer,
            findings: findings)
        swap(&writing.memory, &memory)
        swap(&writing.survey, &survey)
        swap(&writing.bytes, &rowBytes)
        defer {
            swap(&writing.memory, &memory)
            swap(&writing.survey, &survey)
            writing.bytes.clear()
            swap(&writing.bytes, &rowBytes)
        }
        let first = list.nextPlain
        let areSuspect = !contradicted.isEmpty
        let count = list.withPlain { block in
            var place = first
            while place < block.count, let look = sketch.row(place) {
                if areSuspect, let key = look.key, contradicted[key.hash] != nil { break }
                let number = row + UInt64(place - first) + 1
                guard
                    writing.write(place, of: block, look, row: number, &recall, &classes)
                else {
                    break
                }
                place += 1
            }
            return place - first
        }
        tally.formulaCells += writing.formulaCells
        if tally.firstFormulaRow == nil { tally.firstFormulaRow = writing.firstFormulaRow }
        for (row, place) in writing.repaired { tally.count(recall.repairs(at: place), row: row) }
        try touched.note(&writing.bytes.touched)
        try outputs?.write(writing.bytes.accepted, .accept)
        try stream?.write(writing.bytes.accepted)
        try outputs?.write(writing.bytes.held, .hold)
        try outputs?.write(writing.bytes.rejected, .reject)
        return count
    }

    /// Keeps what became of a row, if the next one that looks the same gets the same.
    ///
    /// - Parameter before: What became of an earlier row with its address, if there was one.
    private func keep(
        _ judged: JudgedRow, _ slot: RowSlot, _ look: BlockSketch.Look,
        _ before: AddressMemory.Outcome?, _ recall: inout RowRecall
    ) {
        let decision = judged.decision
        guard look.row.address.fits(slot), slot.keys.map(\.hash) == (look.row.key.map { [$0] } ?? []),
            !slot.isRagged,
            look.row.key.map({ contradicted[$0] == nil && memory.contradicted[$0] == nil }) ?? true,
            judged.subjects.allSatisfy({ $0.releases.isEmpty && !$0.isSuppressed }),
            !slot.told.contains(where: { $0.cell == .unreadable || $0.cell == .ambiguous })
        else { return }
        let own = ownFacts(of: judged, slot, look.member)
        let answer = RowRecall.Answer(
            decision: decision, outcome: judge.outcome(of: decision), origin: slot.origin?.origin ?? .unknown,
            told: toldFindings(decision.noted, decision.verdict), touched: judged.note,
            isCountryTaken: judged.isCountryTaken, repairs: slot.repairs, own: own)
        let tail = outputs?.encoded(own == nil ? judged.tail : judged.tail.dropLast()) ?? []
        if let before {
            guard before != AddressMemory.keptOutByOther,
                let first = recall.place(of: look.row.guise, standing: look.member.number)
            else { return }
            recall.keep(answer, tail: tail, of: first, after: before)
        } else {
            recall.keep(answer, tail: tail, of: look.row.guise, standing: look.member.number)
        }
    }

    /// The facts that are told of a row, where a time or a number among them is the person's own.
    private func ownFacts(
        of judged: JudgedRow, _ slot: RowSlot, _ member: StandingClasses.Member
    ) -> RowRecall.OwnFacts? {
        let decision = judged.decision
        guard member.number != StandingClasses.unknown, let rule = decision.rule, !decision.isByOtherRow,
            judge.policy.rules[rule].facts.contains(where: {
                $0.type.isWide && ($0.source == .record || $0.source == .ledger)
            })
        else { return nil }
        return RowRecall.OwnFacts(rule: rule, facts: facts(of: slot, judged.subjects, at: decision.place))
    }
}
