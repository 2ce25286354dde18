/// Chooses the delimiter of a table that does not name it.
enum DelimiterDetection {
    private static let candidates = [ASCII.comma, ASCII.semicolon, ASCII.tab, ASCII.verticalBar]

    /// The candidate that cuts the first records most evenly; the comma if none cuts any.
    ///
    /// Evenness is the share of records with the commonest number of cells. Among those almost as even as the best
    /// one, the one that begins to do so earlier wins, since the header has the table's delimiter but none of what
    /// cells hold (`City, Country`, `a;b;c`); then the one that makes more cells. Notes above a table are some
    /// records among many and weigh little.
    static func delimiter(of text: ArraySlice<UInt8>, isComplete: Bool) -> UInt8 {
        let shapes = candidates.map {
            (delimiter: $0, shape: TableShape(of: text, isComplete: isComplete, delimiter: $0))
        }
        let best = shapes.max { isLessEven($0.shape, $1.shape) }
        guard let best, best.shape.support > 0 else { return ASCII.comma }
        let contenders = shapes.filter { isAlmostAsEven($0.shape, as: best.shape) }
        let winner = contenders.min { first, second in
            if first.shape.firstRecord != second.shape.firstRecord {
                return first.shape.firstRecord < second.shape.firstRecord
            }
            return first.shape.cellCount > second.shape.cellCount
        }
        return winner?.delimiter ?? best.delimiter
    }

    private static func isLessEven(_ first: TableShape, _ second: TableShape) -> Bool {
        // Shares are compared crosswise, in whole numbers.
        let (left, right) = (first.support * second.recordCount, second.support * first.recordCount)
        return (left, first.cellCount) < (right, second.cellCount)
    }

    /// Whether the share is at least four fifths of the best one.
    private static func isAlmostAsEven(_ shape: TableShape, as best: TableShape) -> Bool {
        shape.support > 0
            && shape.support * best.recordCount * 5 >= best.support * shape.recordCount * 4
    }
}
