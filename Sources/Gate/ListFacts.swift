import Lists
import Policies

/// What is known of a list as a whole.
package struct ListFacts: Hashable, Sendable {
    /// Whether the file is LinkedIn's own export of connections.
    package var isOwnExport = false
    /// Whether the list has columns that mail does not need.
    package var hasExcessColumns = false
    /// Of a hundred rows with an address, how many have a yes with evidence; nil until the last row was read.
    package var coverage: Int?
    /// Of a hundred yeses, how many share the busiest second; nil until the last row was read.
    package var sameSecond: Int?

    /// A list of which nothing is to be said.
    package init() {}

    func fill(_ facts: inout Facts) {
        facts.set(.listLinkedInExport, to: isOwnExport)
        facts.set(.listExcessColumns, to: hasExcessColumns)
        facts.set(.listCoverage, to: coverage)
        facts.set(.listSameSecond, to: sameSecond)
    }

    /// The facts that only the last row settles.
    static let settledAtTheEnd: Set<Fact> = [.listCoverage, .listSameSecond]
}

/// What one reading of a list learns that the next one should know from its first row on.
struct Foreknowledge: Hashable {
    /// ``ListFacts/coverage``.
    var coverage: Int?
    /// ``ListFacts/sameSecond``.
    var sameSecond: Int?
    /// In which order day and month stand in columns that tell times.
    var orders: [Fact: DateOrder] = [:]
}
