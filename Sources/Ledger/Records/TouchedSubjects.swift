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
        guard key.count == 16 else { return }
        let outcome = Outcome(verdict: verdict, rules: rules)
        let place = places[outcome] ?? UInt32(clamping: outcomes.count)
        if place == outcomes.count {
            outcomes.append(outcome)
            places[outcome] = place
        }
        keys.append(Self.number(key.prefix(8)))
        keys.append(Self.number(key.suffix(8)))
        rows.append(row)
        outcomeOfRow.append(place)
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
