package import Consent
import LookUp
package import Workers

/// The rows of a list in which somebody stood whom the ledger knows, while the list is vetted.
///
/// A list may be all of people who are known, and longer than memory holds: what is more than some megabytes goes to a
/// nameless file beside the ledger. Of strangers nothing is kept, not even a digest.
package struct TouchedSubjects {
    /// What became of a row.
    struct Outcome: Hashable {
        let verdict: Verdict
        let rules: [String]
    }

    /// A row, as the sorter and the vault have it.
    struct Entry {
        /// The two halves of the subject's key.
        let key: (UInt64, UInt64)
        let row: UInt64
        /// Its place in ``outcomes``.
        let outcome: Int
    }

    /// What rows became, each once; the first are those without a rule.
    private(set) var outcomes = Verdict.allCases.map { Outcome(verdict: $0, rules: []) }
    private var places: [Outcome: Int] = [:]
    private let sorter: RecordSorter
    /// How many entries of the log had been erased when the first row was read; nil if nobody looked.
    let erased: UInt64?

    /// More are not told apart: what rows became then stands without its rules.
    private static let mostOutcomes = 1 << 20
    private static let memory = 8 << 20

    /// None yet.
    ///
    /// - Parameters:
    ///   - folder: Where the nameless file lies.
    ///   - erased: How many entries of the log are erased now.
    ///   - workers: With one there is no thread beside the caller's.
    init(folder: String, erased: UInt64?, workers: Workers) {
        sorter = RecordSorter(recordSize: 3, memory: Self.memory, folder: folder, workers: workers)
        self.erased = erased
    }

    /// How many rows were noted; somebody may stand in several.
    package var count: Int { sorter.count }

    /// Notes a row.
    ///
    /// - Parameters:
    ///   - key: What `Ledger.lookupKey` gives for the address.
    ///   - row: Its number, from 1.
    ///   - verdict: Where it goes.
    ///   - rules: The ids of the rules that fired, the deciding one first.
    package mutating func note(_ key: [UInt8], row: UInt64, verdict: Verdict, rules: [String]) throws {
        try note(key, row: row, as: outcome(verdict, rules: rules))
    }

    /// Notes a row of which it was said before what becomes of it.
    package func note(_ key: [UInt8], row: UInt64, as note: Note) throws {
        guard key.count == 16 else { return }
        try self.note(Self.number(key.prefix(8)), Self.number(key.suffix(8)), row: row, as: note)
    }

    /// What becomes of many rows, to be noted without naming it again.
    package struct Note: Sendable {
        fileprivate let place: Int
    }

    /// Takes up what becomes of rows.
    package mutating func outcome(_ verdict: Verdict, rules: [String]) -> Note {
        let outcome = Outcome(verdict: verdict, rules: rules)
        if let place = places[outcome] { return Note(place: place) }
        let isOneTooMany = outcomes.count >= Self.mostOutcomes
        if rules.isEmpty || isOneTooMany {
            return Note(place: outcomes.firstIndex { $0.verdict == verdict } ?? 0)
        }
        places[outcome] = outcomes.count
        outcomes.append(outcome)
        return Note(place: outcomes.count - 1)
    }

    /// Rows that are still to be noted, so that it is done at once for many.
    package struct Batch {
        fileprivate var words: [UInt64] = []

        /// No rows.
        package init() {}

        /// Takes in a row, by the two halves of its key.
        package mutating func note(_ first: UInt64, _ second: UInt64, row: UInt64, as note: Note) {
            let words = Entry(key: (first, second), row: row, outcome: note.place).words
            self.words.append(addingCapacity: 3) { for index in words.indices { $0.append(words[index]) } }
        }
    }

    /// Notes rows, and leaves the memory of the batch to the next ones.
    package func note(_ batch: inout Batch) throws {
        try sorter.add(contentsOf: batch.words)
        batch.words.removeAll(keepingCapacity: true)
    }

    private func note(_ first: UInt64, _ second: UInt64, row: UInt64, as note: Note) throws {
        try sorter.add(Entry(key: (first, second), row: row, outcome: note.place).words.span)
    }

    /// Calls a body with every row, in the order of the keys; to be called once.
    func forEach(_ body: (Entry) throws -> Void) throws {
        try sorter.forEach { words in
            guard words.count == 3 else { return }
            let start = words.startIndex
            try body(Entry(words: [words[start], words[start + 1], words[start + 2]]))
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension TouchedSubjects.Entry {
    /// The bits of a word that tell what became of the row; the others are its number.
    private static let outcomeBits: UInt64 = 20

    init(words: InlineArray<3, UInt64>) {
        key = (words[0], words[1])
        row = words[2] >> Self.outcomeBits
        outcome = Int(truncatingIfNeeded: words[2] & ((1 << Self.outcomeBits) - 1))
    }

    /// In the order of ``init(words:)``.
    var words: InlineArray<3, UInt64> {
        [key.0, key.1, min(row, UInt64.max >> Self.outcomeBits) << Self.outcomeBits | UInt64(outcome)]
    }
}

extension Ledger {
    /// Where the known people of a list are noted from its first row on.
    ///
    /// - Parameter workers: With one there is no thread beside the caller's.
    package func touchedSubjects(_ workers: Workers = Workers(1)) throws -> TouchedSubjects {
        try translating {
            TouchedSubjects(
                folder: home.path, erased: try vault.erasureProgress().erased, workers: workers)
        }
    }
}
