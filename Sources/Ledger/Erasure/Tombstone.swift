package import CanonicalJSON
import Consent

/// What a tombstone says: which entries of the log nobody can open any more.
///
/// Nothing else, no reason and no number of people, and a day for its time: the entries are public, and whoever knows when
/// one of them was made must not learn more of its person.
package struct Tombstone: Hashable, Sendable {
    /// The places of the entries in the log, in their order.
    package let entries: [UInt64]

    init(entries: [UInt64]) { self.entries = Set(entries).sorted() }

    /// Reads a record; nil where it is none, or does not say what it must.
    package init?(reading record: JSONValue) {
        guard record["type"]?.text == OpenRecord.Kind.subjectsErased.rawValue,
            let items = record["entries"]?.items
        else { return nil }
        let numbers = items.compactMap { $0.number.flatMap { UInt64(exactly: $0) } }
        guard numbers.count == items.count, zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        entries = numbers
    }

    var body: [JSONValue.Member] {
        [.init("entries", .array(entries.map { .integer(Int64(clamping: $0)) }))]
    }

    /// The first second, in UTC, of the day of a moment.
    static func day(of moment: Instant) -> Instant {
        let rest = (moment.seconds % 86_400 + 86_400) % 86_400
        return moment.advanced(by: -rest)
    }
}
