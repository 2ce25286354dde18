package import Consent

/// The rows of a list in which somebody stood whom the ledger knows, while the list is vetted.
///
/// 28 bytes a row: a list may be all of people who are known. Of strangers nothing is kept, not even a digest.
package struct TouchedSubjects: Sendable {
    /// What became of a row.
    struct Outcome: Hashable {
        let verdict: Verdict
        let rules: [String]
    }

    private var keys: [UInt64] = []
    private var rows: [UInt64] = []
    private var outcomeOfRow: [UInt32] = []
    private var outcomes: [Outcome] = []
    private var places: [Outcome: UInt32] = [:]

    /// None yet.
    package init() {}

    /// How many rows were noted; somebody may stand in several.
    package var count: Int { rows.count }

    /// Notes a row.
    ///
    /// - Parameters:
    ///   - key: What `Ledger.lookupKey` gives for the address.
    ///   - row: Its number, from 1.
    ///   - verdict: Where it goes.
    ///   - rules: The ids of the rules that fired, the deciding one first.
    package mutating func note(_ key: [UInt8], row: UInt64, verdict: Verdict, rules: [String]) {
        note(key, row: row, as: outcome(verdict, rules: rules))
    }

    /// Notes a row of which it was said before what becomes of it.
    package mutating func note(_ key: [UInt8], row: UInt64, as note: Note) {
        guard key.count == 16 else { return }
        self.note(Self.number(key.prefix(8)), Self.number(key.suffix(8)), row: row, as: note)
    }

    /// What becomes of many rows, to be noted without naming it again.
    package struct Note: Sendable {
        fileprivate let place: UInt32
    }

    /// Takes up what becomes of rows.
    package mutating func outcome(_ verdict: Verdict, rules: [String]) -> Note {
        let outcome = Outcome(verdict: verdict, rules: rules)
        if let place = places[outcome] { return Note(place: place) }
        let place = UInt32(clamping: outcomes.count)
        outcomes.append(outcome)
        places[outcome] = place
        return Note(place: place)
    }

    /// Notes a row, by the two halves of its key.
    package mutating func note(_ first: UInt64, _ second: UInt64, row: UInt64, as note: Note) {
        keys.append(first)
        keys.append(second)
        rows.append(row)
        outcomeOfRow.append(note.place)
    }

    /// Calls a body with every row, in the order of the keys, in which a table takes them fastest.
    func forEach(_ body: (_ key: [UInt8], _ row: UInt64, Outcome) throws -> Void) rethrows {
        let order = rows.indices.sorted { first, second in
            (keys[2 * first], keys[2 * first + 1], rows[first])
                < (keys[2 * second], keys[2 * second + 1], rows[second])
        }
        for place in order {
            let key = Self.bytes(keys[2 * place]) + Self.bytes(keys[2 * place + 1])
            try body(key, rows[place], outcomes[Int(outcomeOfRow[place])])
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func bytes(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * $0)) }
    }
}
