import Consent
import Ledger
import Lists
import Policies
import Tables

/// Remembers what was decided of rows, for most rows of a list look like some that came before.
///
/// Nothing is decided here. The first row of each guise and standing goes the plain way, and what came of it is kept; the
/// next ones get the same. A row with anything of its own that a verdict could depend on has no guise, or one of its own.
/// Of memory it takes some megabytes, however long the list is.
struct RowRecall {
    /// What became of a row.
    struct Answer {
        let decision: RowDecision
        /// What is remembered of its address.
        let outcome: AddressMemory.Outcome
        let origin: Origin
        /// The rules whose findings are told, as in ``Tally/findings``.
        let told: [Int]
        /// What is noted in the history of somebody who is known.
        let touched: TouchedSubjects.Note?
        /// Whether the country was taken to be the controller's.
        let isCountryTaken: Bool
        /// What was repaired in the cell of the address.
        let repairs: Set<AddressRepair>
        /// What is told of facts that are the person's own; nil where nothing of that kind is.
        let own: OwnFacts?
    }

    /// Facts that decided, of which some are another with each person.
    struct OwnFacts {
        /// The deciding rule.
        let rule: Int
        /// All facts of the first such row.
        let facts: Facts
    }

    /// What of an answer every row needs.
    struct Short {
        let verdict: Verdict
        let outcome: AddressMemory.Outcome
        let touched: TouchedSubjects.Note?
        /// Whether the cell of the address was repaired.
        let isRepaired: Bool
        /// Whether the last cell of the tail is to be made for each row.
        let hasOwnFacts: Bool
        /// Where in ``tails`` its tail lies.
        fileprivate let tail: Range<Int>
        fileprivate(set) var rows: UInt64 = 0
    }

    private var guises = GuiseTable()
    private var places = NumberTable()
    /// The places of rows whose address stood before, by the place that they would have else and what became of it then.
    private var repeats = NumberTable()
    private var answers: [Answer] = []
    private var shorts: [Short] = []
    /// The tails of all answers, one after the other: nothing is counted for a stretch of bytes.
    private(set) var tails: [UInt8] = []

    /// More is not kept, so that a policy with long texts costs no more memory than that.
    private static let mostTails = 1 << 24

    /// The place of what became of rows of a guise whose people have a standing; nil where none came yet.
    func place(of guise: RowGuise, standing: UInt32) -> Int? {
        guard let number = guises.number(of: guise) else { return nil }
        return places.number(UInt32(truncatingIfNeeded: number), standing)
    }

    /// What became of the rows of a place.
    func short(at place: Int) -> Short { shorts[place] }

    /// What was repaired in the address cells of the rows of a place.
    func repairs(at place: Int) -> Set<AddressRepair> { answers[place].repairs }

    /// What is told of a person's own facts in the rows of a place.
    func own(at place: Int) -> OwnFacts? { answers[place].own }

    /// What a held or rejected row gets behind its number, but for facts that are the person's own.
    func tail(of short: Short) -> ArraySlice<UInt8> { tails[short.tail] }

    /// The place of what became of rows whose address stood before; nil where none came yet.
    func place(of first: Int, after outcome: AddressMemory.Outcome) -> Int? {
        repeats.number(UInt32(truncatingIfNeeded: first), UInt32(outcome))
    }

    /// Takes in what became of the first row of a guise whose people have a standing.
    mutating func keep(_ answer: Answer, tail: [UInt8], of guise: RowGuise, standing: UInt32) {
        guard hasRoom(for: tail), let number = guises.add(guise) else { return }
        let guise = UInt32(truncatingIfNeeded: number)
        guard places.number(guise, standing) == nil else { return }
        places.set(guise, standing, to: answers.count)
        append(answer, tail)
    }

    /// Takes in what became of the first such row whose address stood before.
    mutating func keep(_ answer: Answer, tail: [UInt8], of first: Int, after outcome: AddressMemory.Outcome) {
        guard hasRoom(for: tail), place(of: first, after: outcome) == nil else { return }
        repeats.set(UInt32(truncatingIfNeeded: first), UInt32(outcome), to: answers.count)
        append(answer, tail)
    }

    private func hasRoom(for tail: [UInt8]) -> Bool {
        tails.count + tail.count <= Self.mostTails && answers.count < NumberTable.most
    }

    private mutating func append(_ answer: Answer, _ tail: [UInt8]) {
        let start = tails.count
        tails.append(contentsOf: tail)
        answers.append(answer)
        shorts.append(
            Short(
                verdict: answer.decision.verdict, outcome: answer.outcome, touched: answer.touched,
                isRepaired: !answer.repairs.isEmpty,
                hasOwnFacts: answer.own != nil, tail: start..<tails.count))
    }

    /// Counts a row.
    mutating func count(_ place: Int) { shorts[place].rows += 1 }

    /// What became of all rows that were recalled, and how many they were.
    var counted: [(answer: Answer, rows: UInt64)] {
        zip(answers, shorts).filter { $0.1.rows > 0 }.map { ($0, $1.rows) }
    }
}

extension Tally {
    /// Takes in the rows that were recalled.
    mutating func count(_ recalled: [(answer: RowRecall.Answer, rows: UInt64)]) {
        for (answer, rows) in recalled {
            count(
                answer.decision.verdict, ruleIndex: answer.decision.rule, origin: answer.origin, rows: rows)
            for index in answer.told { count(finding: index, rows: rows) }
            if answer.isCountryTaken { countriesTaken += rows }
        }
    }
}
