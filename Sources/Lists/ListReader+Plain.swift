package import Tables

extension ListReader {
    /// Reads many records at once into ``plain`` if all there were have had their turn.
    ///
    /// They are those that ``next(into:)`` would hand out next, with whatever is no row among them. Whoever knows the next
    /// one to be a row can take it from there with ``passPlain(_:)``; for any other, `next` says what it is.
    ///
    /// - Returns: Whether the next record stands in ``plain``, and nothing before it is still to be told apart.
    package func readPlain() throws -> Bool {
        guard isClear else { return false }
        if nextPlain < plain.count || takeUpcoming() { return true }
        nextPlain = 0
        return try reader.nextPlain(into: &plain, atMost: rowsOfPlain)
    }

    /// Reads the records behind ``plain`` into ``upcoming``, so that somebody can work something out for them meanwhile.
    ///
    /// What goes wrong is thrown when it has its turn.
    ///
    /// - Returns: Whether there are some.
    package func readAhead() -> Bool {
        guard plain.count > 0 else { return false }
        if upcoming.count > 0 { return true }
        // The reader keeps what it failed with, and throws it again.
        return (try? reader.nextPlain(into: &upcoming, atMost: rowsOfPlain)) ?? false
    }

    /// Goes on with the records that were read ahead, where there are some.
    func takeUpcoming() -> Bool {
        guard upcoming.count > 0 else { return false }
        swap(&plain, &upcoming)
        upcoming.clear()
        nextPlain = 0
        return true
    }

    /// Whether nothing that was read before ``plain`` is still to be told apart or handed out.
    package var isClear: Bool { ahead.isEmpty && held.isEmpty && ready.isEmpty }

    /// Goes past the next records of ``plain``, all of which are rows: an at sign stands in their column of addresses, or
    /// ``plainRowTest`` says so.
    package func passPlain(_ count: Int) {
        guard count > 0 else { return }
        nextPlain += count
        isAfterBlank = false
    }

    /// Lends ``plain``.
    package func withPlain<Result>(_ body: (borrowing PlainBlock) throws -> Result) rethrows -> Result {
        try body(plain)
    }
}
