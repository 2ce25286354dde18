import Lists
import Origins
import Policies
import Tables

/// Reads what the columns of a list tell of its contacts, and counts what cannot be read.
final class ColumnFacts {
    /// What could not be read of a fact.
    struct Unreadable: Hashable {
        /// How many cells it was.
        fileprivate(set) var cells: UInt64 = 0
        /// The row of the first, from 1.
        let firstRow: UInt64
        /// The name of the first one's column.
        let column: String
    }

    /// What could not be read, by fact.
    private(set) var unreadable: [Fact: Unreadable] = [:]
    /// The facts of which a date was met whose day and month cannot be told apart.
    private var ambiguous: Set<Fact> = []
    private var votes: [Fact: DateOrderVotes] = [:]
    /// The orders of day and month that an earlier reading learnt.
    private let orders: [Fact: DateOrder]
    private let isRead: (ToldColumn) -> Bool
    /// The columns that are read.
    private(set) var columns: [ToldColumn] = []
    private var headers: [String] = []
    /// Cells that were read before: few different ones stand in a column.
    private var before: [Fact: [String: FactCell]] = [:]

    private static let mostRemembered = 4096

    /// - Parameters:
    ///   - orders: What an earlier reading learnt of dates.
    ///   - isRead: Whether a column matters.
    init(orders: [Fact: DateOrder], isRead: @escaping (ToldColumn) -> Bool) {
        self.orders = orders
        self.isRead = isRead
    }

    /// The orders of day and month of those columns whose dates need one and tell it.
    var learntOrders: [Fact: DateOrder] {
        var learnt = orders
        for fact in ambiguous { learnt[fact] = votes[fact]?.decided ?? learnt[fact] }
        return learnt
    }

    /// Says what the columns of the rows that come next tell.
    func begin(_ stretch: Stretch) {
        columns = stretch.told.filter(isRead)
        headers = stretch.recognition.headers
    }

    /// Notes what a row tells.
    func read(_ slot: RowSlot) {
        slot.told.removeAll(keepingCapacity: true)
        for told in columns where told.column < slot.record.cellCount {
            let text = slot.record.text(told.column)
            let cell = cell(text, of: told.fact)
            if cell == .blank { continue }
            slot.told.append((told.fact, cell))
            if cell == .unreadable || cell == .ambiguous { count(cell, told, row: slot.number) }
        }
    }

    private func cell(_ text: String, of fact: Fact) -> FactCell {
        if fact.type == .time, let written = WrittenTime(parsing: text) {
            votes[fact, default: DateOrderVotes()].take(written.orderVote)
        }
        if let known = before[fact]?[text] { return known }
        let cell = FactCell(reading: text, of: fact, order: orders[fact])
        if text.utf8.count <= 64, before[fact, default: [:]].count < Self.mostRemembered {
            before[fact, default: [:]][text] = cell
        }
        return cell
    }

    private func count(_ cell: FactCell, _ told: ToldColumn, row: UInt64) {
        if cell == .ambiguous { ambiguous.insert(told.fact) }
        let name = headers.indices.contains(told.column) ? headers[told.column] : ""
        unreadable[told.fact, default: Unreadable(firstRow: row, column: name)].cells += 1
    }

    /// What is told of it, a warning for each fact in the order of the vocabulary.
    var warnings: [VettingResult.Warning] {
        Fact.allCases.compactMap { fact in
            unreadable[fact].map { found in
                .init(
                    code: "unreadable-facts",
                    text:
                        "Cells of the column \(VettingResult.shown(column: found.column)), which tells \(fact.name), "
                        + "cannot be read (first in row \(found.firstRow)): there the fact is unknown. "
                        + fact.type.advice,
                    count: found.cells)
            }
        }
    }
}
