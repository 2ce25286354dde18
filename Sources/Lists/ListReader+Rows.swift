import Origins
package import Tables

extension ListReader {
    /// Reads the next row; false at the end.
    ///
    /// What is no row is counted in ``passedOver``: blank records, the header once more, a further list's header and
    /// what stands above it, footers. Where a further list begins, ``stretch`` is that list from its first row on.
    package func next(into record: inout Record) throws -> Bool {
        while true {
            if ready.pop(into: &record) { return true }
            guard try take(into: &record) else {
                if held.isEmpty { return false }
                passOverFooters()
                held.moveAll(to: &ready)
                continue
            }
            switch RecordKind(of: record, in: stretch, catalogue) {
            case .blank:
                passedOver.blank.add(line: record.line)
                isAfterBlank = true
            case .row:
                defer { isAfterBlank = false }
                if held.isEmpty { return true }
                if beginBelowPreamble(line: record.line) { return true }
                held.moveAll(to: &ready)
                ready.push(&record)
            case .loose:
                held.push(&record)
                if held.count >= Self.mostHeld, !beginBelowPreamble(line: 0) { held.moveAll(to: &ready) }
            case .header(let cells):
                passOverFooters()
                if isPreamble() {
                    passOverPreamble()
                    try begin(cells, line: record.line)
                } else {
                    // The rows before it are handed out first; then it has its turn again.
                    held.moveAll(to: &ready)
                    ahead.pushFront(&record)
                }
            }
        }
    }

    /// So many records in a row that hardly hold anything are no preamble and no footer.
    private static let mostHeld = 64
    /// How far a further list is looked into to tell what it is.
    private static let recordsAhead = 50
    private static let bytesAhead = 1 << 20
    private static let furtherListsKept = 20

    private func take(into record: inout Record) throws -> Bool {
        if ahead.pop(into: &record) { return true }
        return try readNext(into: &record)
    }

    private func readNext(into record: inout Record) throws -> Bool {
        if nextPlain < plain.count || takeUpcoming() {
            plain.copy(nextPlain, into: &record)
            nextPlain += 1
            return true
        }
        guard try reader.next(into: &record) else { return false }
        if let line = record.unclosedQuoteLine { unclosedQuotes.add(line: line) }
        return true
    }

    // MARK: Held records

    /// Counts the footers among the held records, and keeps the others.
    private func passOverFooters() {
        var record = Record()
        for _ in 0..<held.count where held.pop(into: &record) {
            if catalogue.isFooter(record.allCells) {
                passedOver.footers.add(line: record.line)
            } else {
                held.push(&record)
            }
        }
    }

    /// Whether the held records above a header are its preamble and no rows of the list before.
    private func isPreamble() -> Bool {
        let cells = held.cells
        return isAfterBlank || catalogue.isPreamble(cells)
            || cells.allSatisfy { $0.count == 1 && stretch.recognition.headers.count > 1 }
    }

    private func passOverPreamble() {
        preamble += held.cells
        held.forEach { passedOver.preamble.add(line: $0.line) }
        held.removeAll()
    }

    /// Begins a stretch of the same columns if the held records prove something of what follows them.
    private func beginBelowPreamble(line: Int) -> Bool {
        guard catalogue.isPreamble(held.cells) else { return false }
        let first = held.firstLine
        passOverPreamble()
        begin(
            stretch.recognition.below(preamble), telling: stretch.told, line: first,
            isInPlace: stretch.isInPlace,
            hasOtherColumns: false)
        return true
    }

    // MARK: Further lists

    /// Goes on below a header.
    private func begin(_ cells: [String], line: Int) throws {
        let isOpening = opening.repeatsHeader(cells)
        if isOpening || stretch.recognition.repeatsHeader(cells) {
            passedOver.repeatedHeaders.add(line: line)
            let proves = catalogue.isPreamble(preamble)
            let isSame = stretch.recognition.repeatsHeader(cells)
            if isSame, !proves {
                preamble = []
                return
            }
            let before = isSame ? stretch.recognition : opening
            begin(
                before.below(preamble), telling: isSame ? stretch.told : told, line: line,
                isInPlace: isOpening || stretch.isInPlace,
                hasOtherColumns: !isOpening)
            return
        }
        passedOver.headers.add(line: line)
        try lookAhead()
        let recognised = catalogue.recognise(preamble + [cells] + ahead.cells, header: preamble.count)
        let chosen = columns.chosen(inFurther: recognised)
        begin(
            chosen, telling: columns.told(inFurther: chosen), line: line, isInPlace: false,
            hasOtherColumns: true)
    }

    private func begin(
        _ recognition: Recognition, telling told: [ToldColumn], line: Int, isInPlace: Bool,
        hasOtherColumns: Bool
    ) {
        preamble = []
        stretch = Stretch(recognition, telling: told, line: line, isInPlace: isInPlace)
        furtherListCount += 1
        if furtherLists.count < Self.furtherListsKept {
            furtherLists.append(
                FurtherList(
                    line: line, layoutTitle: recognition.layout?.title, hasOtherColumns: hasOtherColumns))
        }
    }

    private func lookAhead() throws {
        var bytes = 0
        var record = Record()
        ahead.forEach { bytes += $0.raw.count }
        while ahead.count < Self.recordsAhead, bytes < Self.bytesAhead, try readNext(into: &record) {
            bytes += record.raw.count
            ahead.push(&record)
        }
    }
}
