/// Chooses how a table that does not name its delimiter is cut into cells.
///
/// Dialects are made of the candidates below, which are all usable; where the initialiser might throw, nothing is
/// weighed.
enum DelimiterDetection {
    private static let candidates = [ASCII.comma, ASCII.semicolon, ASCII.tab, ASCII.verticalBar]
    /// What spreadsheet programs put between cells when they save a table that they read with the wrong delimiter.
    private static let outerCandidates = [ASCII.comma, ASCII.semicolon]

    /// A way of reading and what it makes of the text.
    private struct Candidate {
        let dialect: Dialect
        let shape: TableShape

        init?(_ text: ArraySlice<UInt8>, isComplete: Bool, dialect: Dialect?) {
            guard let dialect else { return nil }
            self.dialect = dialect
            shape = TableShape(of: text, isComplete: isComplete, dialect: dialect)
        }
    }

    /// The way of reading that cuts the records most evenly; commas if none cuts any.
    ///
    /// - Parameter delimiter: the delimiter, if it is known.
    static func dialect(
        of text: ArraySlice<UInt8>, isComplete: Bool, delimiter: UInt8?
    ) throws(TableError) -> (dialect: Dialect, shape: TableShape) {
        let delimiters = delimiter.map { [$0] } ?? worthWeighing(in: text)
        let flat = delimiters.compactMap { delimiter in
            Candidate(text, isComplete: isComplete, dialect: try? Dialect(delimiter: delimiter))
        }
        guard var best = mostEven(of: flat) ?? flat.first else { throw .unusableDelimiter }
        if delimiter == nil, let nested = nested(in: text, isComplete: isComplete, flat: flat, best: best) {
            best = nested
        }
        let chosen = withHabits(best, of: text, isComplete: isComplete)
        return (chosen.dialect, chosen.shape)
    }

    /// The candidates that occur, and those that might stand around whole records.
    private static func worthWeighing(in text: ArraySlice<UInt8>) -> [UInt8] {
        let hasQuotes = text.contains(ASCII.quote)
        return candidates.filter { candidate in
            let isOuter = outerCandidates.contains(candidate)
            return candidate == ASCII.comma || (isOuter && hasQuotes) || text.contains(candidate)
        }
    }

    /// The most even of some ways of reading.
    ///
    /// Evenness is the share of records with the commonest number of cells. Among those almost as even as the best
    /// one, the one whose table begins earlier wins, since the header has the table's delimiter but none of what
    /// cells hold (`City, Country`, `a;b;c`); then the one that makes more cells.
    private static func mostEven(of candidates: [Candidate]) -> Candidate? {
        let best = candidates.max { first, second in
            if first.shape.isLessEven(than: second.shape) { return true }
            if second.shape.isLessEven(than: first.shape) { return false }
            return first.shape.cellCount < second.shape.cellCount
        }
        guard let best, best.shape.support > 0 else { return nil }
        return candidates.filter { $0.shape.isAsEven(as: best.shape, fifths: 4) }.min { first, second in
            if first.shape.firstRecord != second.shape.firstRecord {
                return first.shape.firstRecord < second.shape.firstRecord
            }
            return first.shape.cellCount > second.shape.cellCount
        }
    }

    /// The best reading in which whole records stand in one cell each; nil if the flat one is as good.
    ///
    /// It needs more than its own evenness: most records must look like it, or the flat reading must be worse.
    private static func nested(
        in text: ArraySlice<UInt8>, isComplete: Bool, flat: [Candidate], best: Candidate
    ) -> Candidate? {
        var found: [Candidate] = []
        for outer in flat
        where outerCandidates.contains(outer.dialect.delimiter) && outer.shape.wrappedCount > 0 {
            let isMostlyWrapped = outer.shape.wrappedCount * 2 >= outer.shape.recordCount
            for inner in candidates where inner != outer.dialect.delimiter {
                let candidate = Candidate(
                    text, isComplete: isComplete,
                    dialect: try? Dialect(delimiter: outer.dialect.delimiter, nestedDelimiter: inner))
                guard let candidate, candidate.shape.isEven else { continue }
                let isBetter = candidate.shape.isAsEven(as: best.shape, fifths: 6)
                if isBetter || (isMostlyWrapped && candidate.shape.isAsEven(as: best.shape)) {
                    found.append(candidate)
                }
            }
        }
        return mostEven(of: found)
    }

    /// The same reading with the habits that make it better: backslashes before quotes, spaces before quotes.
    private static func withHabits(_ plain: Candidate, of text: ArraySlice<UInt8>, isComplete: Bool)
        -> Candidate
    {
        var best = plain
        let delimiters = [plain.dialect.nestedDelimiter ?? plain.dialect.delimiter, ASCII.quote]
        if contains(ASCII.backslash, before: delimiters, in: text) {
            let escaped = Candidate(
                text, isComplete: isComplete, dialect: try? best.dialect.with(hasBackslashEscapes: true))
            if let escaped, best.shape.isLessEven(than: escaped.shape) { best = escaped }
        }
        if contains(ASCII.space, before: [ASCII.quote], in: text) {
            let spaced = Candidate(
                text, isComplete: isComplete, dialect: try? best.dialect.with(hasSpacedQuotes: true))
            // Cells with their quotes are no better for being as many.
            if let spaced, best.shape.isLessEven(than: spaced.shape) { best = spaced }
        }
        return best
    }

    private static func contains(_ byte: UInt8, before others: [UInt8], in text: ArraySlice<UInt8>) -> Bool {
        var previous = ASCII.nul
        for next in text {
            if previous == byte, others.contains(next) { return true }
            previous = next
        }
        return false
    }
}
