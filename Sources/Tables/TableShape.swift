/// How evenly a delimiter cuts the first records of a table.
struct TableShape: Hashable, Sendable {
    /// The number of cells of most records that have more than one; 1 if there are none.
    private(set) var cellCount = 1
    /// How many records have that number.
    private(set) var support = 0
    /// Where the first of them stands among the records, from 0.
    private(set) var firstRecord = 0
    /// How many records were looked at, empty lines left out.
    private(set) var recordCount = 0
    /// What most of the records end in; nil if none ends.
    private(set) var lineEnding: LineEnding?

    /// So many records are enough to tell.
    private static let sampleSize = 50

    /// Looks at the first records that can be read with the delimiter.
    init(of text: ArraySlice<UInt8>, isComplete: Bool, delimiter: UInt8) {
        let scanner = RecordScanner(delimiter: delimiter, limits: .default)
        var record = Record()
        var start = text.startIndex
        var cellCounts: [Int] = []
        var endings: [LineEnding: Int] = [:]
        while start < text.endIndex, cellCounts.count < Self.sampleSize {
            let rest = text[start...]
            guard let length = try? scanner.scan(rest.span, isComplete: isComplete, into: &record) else {
                break
            }
            start += length
            if record.lineEndLength > 0 {
                let ending: LineEnding =
                    record.lineEndLength == 2 ? .crlf : (text[start - 1] == ASCII.lineFeed ? .lf : .cr)
                endings[ending, default: 0] += 1
            }
            if length > record.lineEndLength { cellCounts.append(record.cellCount) }
        }
        recordCount = cellCounts.count
        lineEnding = LineEnding.allCases.filter { endings[$0] != nil }
            .max { (endings[$0] ?? 0) < (endings[$1] ?? 0) }
        settle(on: cellCounts)
    }

    /// Chooses the commonest number of cells, the larger one if two are as common.
    private mutating func settle(on cellCounts: [Int]) {
        var frequencies: [Int: Int] = [:]
        for count in cellCounts where count > 1 { frequencies[count, default: 0] += 1 }
        guard let best = frequencies.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return }
        cellCount = best.key
        support = best.value
        firstRecord = cellCounts.firstIndex(of: best.key) ?? 0
    }
}
