import Consent
import Ledger
import Tables

/// Rows on their way into the outputs and the history of their people, in memory that is used again for the next ones.
struct RowBytes {
    var accepted: [UInt8] = []
    var held: [UInt8] = []
    var rejected: [UInt8] = []
    /// Rows of people whom the ledger knows.
    var touched = TouchedSubjects.Batch()

    mutating func clear() {
        accepted.removeAll(keepingCapacity: true)
        held.removeAll(keepingCapacity: true)
        rejected.removeAll(keepingCapacity: true)
    }
}

/// Rows of which it is known what becomes of them, on their way into the outputs.
struct KnownRows {
    var memory: AddressMemory
    /// By the place of a verdict among all, whether the report wants to show rows of it: those are read by themselves.
    let wanted: [Bool]
    /// Writes held and rejected rows; nil where nobody wants them.
    let writer: RecordWriter?
    /// Writes what is told of a person's own facts.
    private var findings: RowFindings

    /// The rows as they are to be written.
    var bytes: RowBytes
    private(set) var formulaCells: UInt64 = 0
    private(set) var firstFormulaRow: UInt64?
    /// The rows in which an address was repaired, and the place of what became of each.
    private(set) var repaired: [(row: UInt64, place: Int)] = []
    /// Whether anybody asks what the rows say of the whole list.
    private let isSurveyed: Bool
    /// What each row with an address says of the whole list.
    var survey: ListSurvey

    init(
        memory: AddressMemory, survey: ListSurvey, isSurveyed: Bool, bytes: RowBytes,
        wanted: [Bool],
        writer: RecordWriter?, findings: RowFindings
    ) {
        self.findings = findings
        self.memory = memory
        self.survey = survey
        self.isSurveyed = isSurveyed
        self.wanted = wanted
        self.bytes = bytes
        self.writer = writer
    }

    /// Takes in a row.
    ///
    /// - Returns: False, and nothing is taken in, where it has to be read by itself.
    mutating func write(
        _ place: Int, of block: borrowing PlainBlock, _ look: BlockSketch.Look, row: UInt64,
        _ recall: inout RowRecall, _ classes: inout StandingClasses
    ) -> Bool {
        let (sketch, member) = (look.row, look.member)
        guard var found = recall.place(of: sketch.guise, standing: member.number) else { return false }
        var short = recall.short(at: found)
        guard !wants(short.verdict) else { return false }
        if let key = look.key {
            if let before = memory.noteFirst(short.outcome, of: key) {
                // Never there where the row is judged more strictly than the earlier one.
                guard let again = recall.place(of: found, after: before) else { return false }
                (found, short) = (again, recall.short(at: again))
                guard !wants(short.verdict) else { return false }
            } else if isSurveyed, let givenAt = member.givenAt {
                survey.take(newYesOf: givenAt)
            }
            if isSurveyed { survey.take(rowThatIsCovered: member.isCovered) }
            if let note = short.touched {
                bytes.touched.note(sketch.lookup.0, sketch.lookup.1, row: row, as: note)
            }
        }
        if short.isRepaired { repaired.append((row, found)) }
        recall.count(found)
        let record = block.records[place]
        if short.verdict == .accept {
            bytes.accepted.append(contentsOf: block.bytes[record.range])
        } else {
            if sketch.formulaCells > 0 {
                formulaCells += UInt64(sketch.formulaCells)
                if firstFormulaRow == nil { firstFormulaRow = row }
            }
            var tail = recall.tail(of: short)
            if short.hasOwnFacts, let writer, let own = recall.own(at: found) {
                tail += ownCell(own, member, &classes, writer)
            }
            if short.verdict == .hold {
                writer?.append(record, of: block, addingNumber: row, tail: tail, to: &bytes.held)
            } else {
                writer?.append(record, of: block, addingNumber: row, tail: tail, to: &bytes.rejected)
            }
        }
        return true
    }

    /// The cell of the facts that decided, with those that are the person's own.
    private mutating func ownCell(
        _ own: RowRecall.OwnFacts, _ member: StandingClasses.Member, _ classes: inout StandingClasses,
        _ writer: RecordWriter
    ) -> [UInt8] {
        var facts = own.facts
        classes.fill(&facts, with: member)
        return writer.encoded(addedCells: [findings.facts(ofRule: own.rule, facts)])
    }

    private func wants(_ verdict: Verdict) -> Bool {
        switch verdict {
        case .accept: wanted[0]
        case .hold: wanted[1]
        case .reject: wanted[2]
        }
    }
}
