extension Record {
    /// Reads the cells as those of one record that stands in them as a whole.
    ///
    /// A program that reads a table with the wrong delimiter and saves it again quotes each record that holds quotes,
    /// cuts it in pieces at its own delimiter, and pads it with empty cells. So the inner record is the content of all
    /// cells but the empty last ones, with the outer delimiters between them. If it is not one whole record, the cells
    /// stay as they are, and count as loosely quoted.
    mutating func readNested(
        with scanner: RecordScanner, outerDelimiter: UInt8, scratch inner: inout Record
    ) {
        var count = cells.count
        while count > 0, content(at: count - 1).isEmpty { count -= 1 }
        guard count > 0 else { return }
        let start = rewritten.count
        for index in 0..<count {
            if index > 0 { rewritten.append(outerDelimiter) }
            rewritten.append(contentsOf: content(at: index))
        }
        let text = rewritten[start...]
        let length = try? scanner.scan(text.span, isComplete: true, into: &inner)
        guard length == text.count, inner.lineEndLength == 0 else {
            hasLooseQuotes = true
            return
        }
        let innerStart = rewritten.count
        rewritten.append(contentsOf: inner.rewritten)
        cells.removeAll(keepingCapacity: true)
        for cell in inner.cells {
            let offset = cell.isRewritten ? innerStart : start
            cells.append(
                CellRange(
                    cell.range.lowerBound + offset..<cell.range.upperBound + offset, isRewritten: true))
        }
        if inner.hasLooseQuotes { hasLooseQuotes = true }
        isNested = true
    }
}
