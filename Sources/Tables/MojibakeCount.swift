/// How many cells of a table are mojibake, and how many are sound, those of plain ASCII left aside.
package struct MojibakeCount: Hashable, Sendable {
    /// Cells that were read in the wrong encoding and saved again.
    package private(set) var damaged = 0
    /// Cells with characters beyond ASCII that say what they mean.
    package private(set) var sound = 0

    /// Has counted nothing yet.
    package init() {}

    /// Looks at a cell.
    package mutating func note(_ cell: String) {
        guard cell.utf8.contains(where: { $0 >= 0x80 }) else { return }
        if Mojibake.undone(cell) == nil { sound += 1 } else { damaged += 1 }
    }

    /// Whether the damage runs through the table, rather than through a cell that somebody pasted.
    package var isDamaged: Bool { damaged > 0 && damaged >= sound }
}
