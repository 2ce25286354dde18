/// How evenly a way of reading cuts the records of a table.
struct TableShape: Hashable, Sendable {
    /// The number of cells of most records that have more than one; 1 if there are none.
    private(set) var cellCount = 1
    /// How much the records with that number weigh; a record that speaks well for the delimiter weighs `fullWeight`.
    private(set) var support = 0
    /// Where the table of such records begins among the records, from 0.
    private(set) var firstRecord = 0
    /// How many records were weighed, blank ones left out.
    private(set) var recordCount = 0
    /// How many of them have loose quotes.
    private(set) var looseCount = 0
    /// How many of them are one filled cell, quoted or with empty cells behind it, and may hold a whole record.
    private(set) var wrappedCount = 0
    /// What most of the records end in; nil if none ends.
    private(set) var lineEnding: LineEnding?

    /// So many records are weighed, the last ones: whatever stands above a table, and however long, it ends.
    private static let sampleSize = 100
    /// So many records in a row may be unlike the others within a table.
    private static let gapSize = 3
    /// What a record weighs that has the delimiter between filled cells.
    static let fullWeight = 100

    /// Weighs the records that can be read in a dialect.
    init(of text: ArraySlice<UInt8>, isComplete: Bool, dialect: Dialect) {
        // A table does not begin with letters; a quote that opens by mistake must not hide the rows below.
        let limits = RecordReader.Limits(maxCellLines: 100)
        let scanner = dialect.scanner(within: limits)
        let nestedScanner = dialect.nestedScanner(within: limits)
        var record = Record()
        var scratch = Record()
        var start = text.startIndex
        var sample: [RecordShape] = []
        var endings = [0, 0, 0]
        while start < text.endIndex {
            let rest = text[start...]
            guard let length = try? scanner.scan(rest.span, isComplete: isComplete, into: &record) else {
                break
            }
            record.bytes.append(contentsOf: rest.prefix(length))
            start += length
            if record.lineEndLength > 0 {
                let ending = LineEnding(endingIn: record.lineEndLength, last: text[start - 1])
                endings[ending == .lf ? 0 : ending == .crlf ? 1 : 2] += 1
            }
            guard !record.isBlank else { continue }
            if let nestedScanner {
                record.readNested(with: nestedScanner, outerDelimiter: dialect.delimiter, scratch: &scratch)
            }
            sample.append(RecordShape(of: record))
        }
        lineEnding = zip([LineEnding.lf, .crlf, .cr], endings).filter { $0.1 > 0 }.max { $0.1 < $1.1 }?.0
        weigh(sample)
    }

    private mutating func weigh(_ records: [RecordShape]) {
        let sample = records.suffix(Self.sampleSize)
        recordCount = sample.count
        looseCount = sample.count { $0.hasLooseQuotes }
        wrappedCount = sample.count { $0.isWrapped }
        // The commonest number of cells, the larger one if two are as common.
        var weights: [Int: Int] = [:]
        for record in sample where record.cellCount > 1 {
            weights[record.cellCount, default: 0] += record.weight
        }
        guard let best = weights.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return }
        cellCount = best.key
        support = best.value
        var first: Int?
        for index in records.indices.reversed() where records[index].cellCount == cellCount {
            if let first, first - index > Self.gapSize + 1 { break }
            first = index
        }
        firstRecord = first ?? 0
    }

    /// Whether the share of what speaks for this way of reading is less than that of another one.
    func isLessEven(than other: TableShape) -> Bool {
        // Shares are compared crosswise, in whole numbers.
        support * other.recordCount < other.support * recordCount
    }

    /// Whether the share is at least so many fifths of another one.
    func isAsEven(as other: TableShape, fifths: Int = 5) -> Bool {
        support > 0 && support * other.recordCount * 5 >= other.support * recordCount * fifths
    }

    /// Whether nearly all records speak for this way of reading with all their weight.
    var isEven: Bool { support * 5 >= recordCount * Self.fullWeight * 4 && support > 0 }
}
