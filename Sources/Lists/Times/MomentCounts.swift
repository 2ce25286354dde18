/// Counts how often each of very many values comes, in bounded memory.
///
/// Exact as long as there are no more than ``capacity`` different ones. Beyond that it is the algorithm of Misra and
/// Gries ("Finding repeated elements", 1982): whatever comes more often than one time in ``capacity`` is still
/// there, and a count is too small by at most ``undercount``, which is added so that doubt counts as sharing.
package struct MomentCounts: Sendable {
    /// How many different values are kept.
    package let capacity: Int
    private var counts: [UInt64: UInt64] = [:]
    /// By how much a count may be too small.
    package private(set) var undercount: UInt64 = 0

    /// Counts that begin at nothing.
    package init(capacity: Int = 1 << 16) { self.capacity = max(1, capacity) }

    /// Takes one value.
    package mutating func add(_ key: UInt64) {
        if let count = counts[key] {
            counts[key] = count + 1
        } else if counts.count < capacity {
            counts[key] = 1
        } else {
            undercount += 1
            counts = counts.compactMapValues { $0 > 1 ? $0 - 1 : nil }
        }
    }

    /// How often the most frequent value came, at most.
    package var greatest: UInt64 { (counts.values.max() ?? 0) + undercount }

    /// How often a value came, at most.
    package func atMost(_ key: UInt64) -> UInt64 { (counts[key] ?? 0) + undercount }
}
