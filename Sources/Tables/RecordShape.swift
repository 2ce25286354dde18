/// What one record tells about the way in which it was read.
struct RecordShape: Hashable, Sendable {
    let cellCount: Int
    let hasLooseQuotes: Bool
    /// How much the record speaks for its delimiter.
    ///
    /// Little, if quotes are loose, if but one cell is filled (a table that something else padded), or if a space
    /// follows each delimiter (a sentence).
    let weight: Int
    /// Whether it is one filled cell, quoted or with empty cells behind it.
    let isWrapped: Bool

    init(of record: borrowing Record) {
        var filledCount = 0
        var spacedCount = 0
        for index in 0..<record.cellCount {
            record.withCell(index) { content in
                guard !content.isEmpty else { return }
                filledCount += 1
                if index > 0, content[0] == ASCII.space { spacedCount += 1 }
            }
        }
        let isProse = spacedCount > 0 && spacedCount >= filledCount - 1
        let isFirstFilled = !record.content(at: 0).isEmpty
        cellCount = record.cellCount
        hasLooseQuotes = record.hasLooseQuotes
        weight = filledCount < 2 || isProse || record.hasLooseQuotes ? 1 : TableShape.fullWeight
        isWrapped =
            filledCount == 1 && isFirstFilled && !record.hasLooseQuotes
            && (record.cellCount > 1 || record.bytes.first == ASCII.quote)
    }
}
