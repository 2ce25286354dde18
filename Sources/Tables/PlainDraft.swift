/// What is known of a record before its end is found.
struct PlainDraft {
    /// Where it begins.
    var start = 0
    /// Which cell is its first.
    var firstCell = 0
    /// Line ends inside of quoted cells.
    private(set) var innerLineCount = 0
    private(set) var hasQuotes = false
    private var hasDoubledQuotes = false
    /// The first and the last byte beyond ASCII.
    private var high: ClosedRange<Int>?

    /// Signs that ask for a closer look, one bit each.
    struct Signs {
        let quotes: UInt64
        /// The second of each two quotes.
        let doubled: UInt64
        let high: UInt64
        /// Line feeds inside of quotes.
        let lineFeeds: UInt64
    }

    init(start: Int = 0, firstCell: Int = 0) {
        self.start = start
        self.firstCell = firstCell
    }

    var isASCII: Bool { high == nil }

    /// Keeps in mind what a stretch of 64 bytes holds that belongs to the record.
    mutating func take(_ signs: Signs, within stretch: UInt64, at offset: Int) {
        let beyond = signs.high & stretch
        if beyond != 0 {
            let first = high?.lowerBound ?? offset + beyond.trailingZeroBitCount
            high = first...max(first, offset + 63 - beyond.leadingZeroBitCount)
        }
        guard (signs.quotes | signs.lineFeeds) & stretch != 0 else { return }
        if signs.quotes & stretch != 0 { hasQuotes = true }
        if signs.doubled & stretch != 0 { hasDoubledQuotes = true }
        innerLineCount += (signs.lineFeeds & stretch).nonzeroBitCount
    }

    /// Whether it is valid UTF-8 and begins with no byte order mark.
    @inline(never)
    func isValid(in text: Span<UInt8>) -> Bool {
        guard let high else { return true }
        if high.lowerBound == start, text.count - start >= 3, text[start] == 0xEF, text[start + 1] == 0xBB,
            text[start + 2] == 0xBF
        {
            return false
        }
        // What is ASCII before and behind needs no look.
        do throws(Unicode.UTF8.ValidationError) {
            _ = try UTF8Span(validating: text.extracting(high))
            return true
        } catch {
            return false
        }
    }

    /// Takes the quotes off its cells, and undoes doubled ones.
    ///
    /// - Parameter end: the number of the cell behind its last one.
    /// - Returns: whether there were doubled ones.
    @inline(never)
    func unquote(
        _ end: Int, of text: Span<UInt8>, in cells: inout MutableSpan<PlainCell>,
        into rewritten: inout [UInt8]
    ) -> Bool {
        var isRewritten = false
        for index in firstCell..<end {
            let cell = cells[index]
            guard cell.end > cell.start, text[Int(cell.start)] == ASCII.quote else { continue }
            let (first, last) = (cell.start + 1, max(cell.start + 1, cell.end - 1))
            let content = Int(first)..<Int(last)
            guard hasDoubledQuotes, content.contains(where: { text[$0] == ASCII.quote }) else {
                cells[index] = PlainCell(from: first, to: last)
                continue
            }
            isRewritten = true
            let before = UInt32(truncatingIfNeeded: rewritten.count)
            var isFirst = false
            for place in content {
                // Of each two quotes the first is left out.
                isFirst = text[place] == ASCII.quote && !isFirst
                if !isFirst { rewritten.append(text[place]) }
            }
            cells[index] = PlainCell(
                rewrittenFrom: before, to: UInt32(truncatingIfNeeded: rewritten.count))
        }
        return isRewritten
    }
}
