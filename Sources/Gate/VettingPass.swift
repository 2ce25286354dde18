import Consent
import Ledger
import Lists
import Origins
import Policies
import Tables
import Workers

/// One reading of a list from its first row to its last, in batches: the ledger is asked once for many rows.
final class VettingPass {
    var tally = Tally()
    var memory = AddressMemory()
    let list: ListReader
    let judge: RowJudge
    private let ledger: Ledger
    private let purpose: Purpose
    let outputs: RowOutputs?
    let stream: AcceptedStream?
    /// Finds people of registered sources; nil where there are none.
    private let sources: SourceRecognition?
    /// Reads the columns that tell facts.
    let told: ColumnFacts
    /// What only the last row settles.
    var survey = ListSurvey()
    let isSurveyed: Bool
    /// The list that the rows belong to.
    private(set) var stretch: Stretch
    private let asksForCountry: Bool
    /// Addresses of which an earlier reading found that some row of theirs gets a no.
    let contradicted: [UInt64: AddressMemory.Outcome]
    /// Known people of the list, and what became of their rows.
    private(set) var touched: TouchedSubjects
    /// Rows that are recalled on their way into the outputs.
    var rowBytes = RowBytes()
    /// Who looks on.
    private let observer: (any RowObserver)?
    /// What of its findings a row tells that stays out.
    private(set) var findings: RowFindings
    /// The ledger is asked for what it knew then; nil for now.
    private let asOf: AsOf?
    let hasher: KeyedHash
    let workers: Workers
    /// After how many rows others are recalled; nil for never.
    private let rowsBeforeRecall: UInt64?
    /// Whether the ledger was written to by others after many people were looked up at once.
    private(set) var isOutdated = false

    private static let batchSize = 256

    init(
        list: ListReader, judge: RowJudge, ledger: Ledger, purpose: Purpose, outputs: RowOutputs?,
        stream: AcceptedStream?, sources: SourceRecognition?, contradicted: [UInt64: AddressMemory.Outcome],
        told: ColumnFacts, observer: (any RowObserver)? = nil, asOf: AsOf? = nil, rowsBeforeRecall: UInt64?,
        hasher: KeyedHash, workers: Workers
    ) throws {
        self.workers = workers
        self.hasher = hasher
        self.rowsBeforeRecall = rowsBeforeRecall
        self.told = told
        isSurveyed = !judge.asked.isDisjoint(with: ListFacts.settledAtTheEnd)
        asksForCountry = judge.asked.contains(.rowCountry) || judge.asked.contains(.rowCountryTold)
        self.sources = sources
        self.list = list
        stretch = list.stretch
        self.judge = judge
        self.ledger = ledger
        self.purpose = purpose
        self.outputs = outputs
        self.stream = stream
        self.contradicted = contradicted
        self.observer = observer
        self.asOf = asOf
        findings = RowFindings(judge.policy)
        touched = try ledger.touchedSubjects(workers)
    }

    /// Reads, judges and writes every row.
    ///
    /// - Parameter onProgress: Called now and then with bytes and rows so far.
    func run(onProgress: (UInt64, UInt64) -> Void) throws {
        try outputs?.begin(list)
        try stream?.begin(list)
        observer?.begin()
        begin()
        try runPlain(atMost: canRecall ? rowsBeforeRecall : nil, onProgress: onProgress)
        tally.passedOver = list.passedOver
    }

    /// Whether rows that look like others may get what those got: not where each is told of by itself, or where more of
    /// it counts than a ``RowGuise`` shows.
    private var canRecall: Bool {
        observer == nil && asOf == nil && sources == nil && list.dialect.encoding == .utf8
            && outputs?.handOver == nil && stream?.handOver == nil
    }

    /// Judges rows one by one, and goes over to recalling where there are more than so many.
    func runPlain(
        after first: UInt64 = 0, atMost most: UInt64? = nil, onProgress: (UInt64, UInt64) -> Void
    ) throws {
        let slots = (0..<Self.batchSize).map { _ in RowSlot(hasher: hasher) }
        var (row, most) = (first, most)
        var isMore = true
        while isMore {
            if let limit = most, row >= limit {
                if let people = try KnownPeople(ledger, purpose) {
                    try runRecalling(people, after: row, onProgress: onProgress)
                    isOutdated = try !people.holds(in: ledger)
                    return
                }
                most = nil
            }
            var filled = 0
            while filled < slots.count {
                isMore = try list.next(into: &slots[filled].record)
                guard isMore else { break }
                row += 1
                read(slots[filled], row: row)
                filled += 1
            }
            try sources?.mark(slots[..<filled])
            try take(slots[..<filled])
            onProgress(list.source.byteCount, row)
        }
    }

    /// Begins with the list that the next row belongs to.
    private func begin() {
        stretch = list.stretch
        sources?.begin(stretch.recognition)
        told.begin(stretch)
    }

    /// Takes in what the record of a slot tells.
    func read(_ slot: RowSlot, row: UInt64) {
        if stretch !== list.stretch { begin() }
        slot.read(stretch.recognition, columns: stretch.recognition.headers.count, row: row)
        // The accepted list has the first header of the file, under which rows of other columns cannot stand.
        if !stretch.isInPlace { slot.isRagged = true }
        sources?.read(slot)
        told.read(slot)
    }

    private func take(_ slots: ArraySlice<RowSlot>) throws {
        let known = try ledger.standings(of: slots.flatMap(\.addresses), for: purpose, asOf: asOf)
        var rest = known[...]
        for slot in slots {
            let subjects = rest.prefix(slot.addresses.count)
            rest = rest.dropFirst(subjects.count)
            _ = try take(slot, subjects)
        }
    }

    /// Judges and writes one row by itself.
    ///
    /// - Parameter found: What a look-up said of its only address, if there was one that knows.
    func take(_ slot: RowSlot, found: SubjectStanding?) throws -> JudgedRow {
        try take(
            slot, (found.map { [$0] } ?? ledger.standings(of: slot.addresses, for: purpose, asOf: asOf))[...])
    }

    private func take(_ slot: RowSlot, _ subjects: ArraySlice<SubjectStanding>) throws -> JudgedRow {
        let countriesTaken = tally.countriesTaken
        let decision = decide(slot, subjects)
        let note = try note(slot, subjects, decision)
        let tail = try finish(slot, decision) { facts(of: slot, subjects, at: $0) }
        return JudgedRow(
            decision: decision, subjects: subjects, note: note, tail: tail,
            isCountryTaken: tally.countriesTaken > countriesTaken)
    }

    /// Notes a row in the history of those of its people whom the ledger knows; of strangers nothing is kept.
    ///
    /// - Returns: What was noted, if anything was.
    private func note(
        _ slot: RowSlot, _ subjects: ArraySlice<SubjectStanding>, _ decision: RowDecision
    ) throws -> TouchedSubjects.Note? {
        guard asOf == nil, subjects.contains(where: \.hasRecords) else { return nil }
        var indices = [decision.rule ?? decision.basis].compactMap(\.self)
        indices += (decision.noted + decision.released).filter { $0 != indices.first }
        var seen = Set<Int>()
        let rules = indices.filter { judge.policy.rules.indices.contains($0) && seen.insert($0).inserted }
            .map { judge.policy.rules[$0].id }
        let note = touched.outcome(decision.verdict, rules: rules)
        for (address, subject) in zip(slot.addresses, subjects) where subject.hasRecords {
            try touched.note(ledger.lookupKey(of: address), row: slot.number, as: note)
        }
        return note
    }

    /// The facts by which an address of a row that was decided is judged; of a row without any, those of the row.
    func facts(of slot: RowSlot, _ subjects: ArraySlice<SubjectStanding>, at place: Int) -> Facts {
        let row = judge.describe(slot)
        guard slot.addresses.indices.contains(place), place < subjects.count else { return row }
        let subject = subjects[subjects.startIndex + place]
        var facts = judge.describe(place, of: slot, subject, in: row)
        facts.set(.rowRepeated, to: !slot.firstSeen.contains(slot.addresses[place]))
        return facts
    }

    /// Decides a row by each of its addresses: whoever imports the list mails all that it reads in a cell, and so the
    /// strictest verdict counts.
    private func decide(_ slot: RowSlot, _ subjects: ArraySlice<SubjectStanding>) -> RowDecision {
        let row = judge.describe(slot)
        guard !slot.addresses.isEmpty else {
            var decision = judge.decide(row)
            decision.noted = decision.findings
            return decision
        }
        if isSurveyed { survey.take(row: subjects) }
        if asksForCountry, row[.rowCountryTold] == .boolean(false) { tally.countriesTaken += 1 }
        let decisions = zip(slot.addresses.indices, subjects).map { place, subject in
            if isSurveyed, memory.outcome(of: slot.keys[place]) == nil { survey.take(newSubject: subject) }
            return decide(
                slot.keys[place], judge.describe(place, of: slot, subject, in: row), subject.releases)
        }
        guard var strictest = decisions.first?.final else { return judge.decide(row) }
        for (place, decision) in decisions.enumerated() where decision.final.verdict > strictest.verdict {
            strictest = decision.final
            strictest.place = place
        }
        strictest.noted = Self.findings(of: decisions.map(\.own))
        strictest.isByOneAddress = decisions.contains { $0.final.rule != strictest.rule }
        for (place, decision) in decisions.enumerated() where decision.isFirst {
            slot.firstSeen.append(slot.addresses[place])
            let isKeptOut = decision.own.verdict == .accept && strictest.verdict != .accept
            memory.note(
                isKeptOut ? AddressMemory.keptOutByOther : judge.outcome(of: decision.own),
                of: slot.keys[place])
        }
        return strictest
    }

    /// Each rule that fired for one of a row's addresses, once.
    private static func findings(of decisions: [RowDecision]) -> [Int] {
        guard decisions.count > 1 else { return decisions.first?.findings ?? [] }
        return Set(decisions.flatMap(\.findings)).sorted()
    }

    /// What becomes of one address of a row.
    private struct AddressDecision {
        /// By itself, whatever other rows say.
        let own: RowDecision
        /// With what other rows say.
        let final: RowDecision
        /// Whether no earlier row with the address counts.
        let isFirst: Bool
    }

    /// Decides an address, and holds it against other rows that have it: a no in one of them beats a yes in another.
    private func decide(_ key: AddressKey, _ facts: Facts, _ releases: [Release]) -> AddressDecision {
        var own = judge.decide(facts, releases: releases)
        if let outcome = contradicted[key.hash] {
            let other = judge.decision(from: outcome, findings: own.findings)
            if other.verdict > own.verdict { own = other }
        }
        guard let before = memory.outcome(of: key) else {
            return AddressDecision(own: own, final: own, isFirst: true)
        }
        let earlier = judge.decision(from: before, findings: own.findings)
        if own.verdict > earlier.verdict {
            memory.note(judge.outcome(of: own), of: key)
            memory.contradict(key, with: judge.outcome(of: own))
        }
        guard before != AddressMemory.keptOutByOther else {
            return AddressDecision(own: own, final: own, isFirst: true)
        }
        var repeated = facts
        repeated.set(.rowRepeated, to: true)
        let again = judge.decide(repeated, releases: releases)
        let final =
            earlier.verdict > again.verdict
            ? judge.decision(from: before, findings: again.findings) : again
        return AddressDecision(own: own, final: final, isFirst: false)
    }

    /// - Returns: What a held or rejected row gets behind its number.
    private func finish(_ slot: RowSlot, _ decision: RowDecision, _ facts: (Int) -> Facts) throws -> [String]
    {
        observer?.see(slot, decision, facts: facts)
        let origin = slot.origin?.origin ?? .unknown
        tally.count(decision.verdict, ruleIndex: decision.rule, origin: origin)
        tally.count(slot.repairs, row: slot.number)
        if decision.verdict == .accept { tally.count(released: decision.released) }
        count(decision.noted, decision.verdict)
        let rule = decision.rule.map { judge.policy.rules[$0] }
        let isAboutLinkedIn = decision.rule.map(judge.linkedInRules.contains) ?? false
        let reason =
            rule.map {
                RowReason.text(
                    of: $0, decision, slot, in: judge.policy, isAboutLinkedIn: isAboutLinkedIn)
            } ?? ""
        if tally.wantsSample(of: decision.verdict) {
            let basis = decision.basis.map { judge.policy.rules[$0] }
            tally.keep(
                .init(
                    row: slot.number, address: shortenedAddress(of: slot, decision), rule: rule, basis: basis,
                    reason: basis?.reason ?? reason, origin: origin),
                of: decision.verdict)
        }
        switch decision.verdict {
        case .accept:
            try stream?.write(slot)
            try outputs?.write(slot, .accept, added: [])
            return []
        case .hold, .reject:
            flagFormulas(slot)
            guard let outputs else { return [] }
            let tail = [
                decision.verdict.rawValue, rule?.id ?? "", reason, rule?.cure ?? "",
                origin.rawValue, repairs(of: slot), findings.rules(of: decision),
                findings.facts(of: decision, facts),
            ]
            try outputs.write(slot, decision.verdict, added: [String(slot.number)] + tail)
            return tail
        }
    }

    /// Counts what is told once.
    private func count(_ findings: [Int], _ verdict: Verdict) {
        for index in toldFindings(findings, verdict) { tally.count(finding: index) }
    }

    /// The findings that are told once; who stays out for another reason passes on no basis.
    func toldFindings(_ findings: [Int], _ verdict: Verdict) -> [Int] {
        findings.filter {
            judge.isTold[$0] && (verdict == .accept || judge.policy.rules[$0].effect != .accept)
        }
    }

    /// The address that decided.
    private func shortenedAddress(of slot: RowSlot, _ decision: RowDecision) -> String? {
        slot.addresses.indices.contains(decision.place) ? slot.addresses[decision.place].shortened : nil
    }

    /// What was repaired in a row's cell, by name.
    private func repairs(of slot: RowSlot) -> String {
        AddressRepair.allCases.filter(slot.repairs.contains).map(\.rawValue).joined(separator: " ")
    }

    /// Counts cells that a spreadsheet would run; they are the user's own and are not touched.
    private func flagFormulas(_ slot: RowSlot) {
        for cell in 0..<slot.record.cellCount where slot.record.withCell(cell, { looksLikeFormula($0) }) {
            countFormula(row: slot.number)
        }
    }

    func countFormula(row: UInt64) {
        tally.formulaCells += 1
        if tally.firstFormulaRow == nil { tally.firstFormulaRow = row }
    }
}
