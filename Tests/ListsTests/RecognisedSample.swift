import Consent
import Lists
import Origins
import Tables
import TestSupport

/// A sample list, read and recognised to its end.
struct RecognisedSample {
    let sample: Sample
    private(set) var layout = "–"
    private(set) var linkedInRows: Set<Int> = []
    private(set) var claimRows: Set<Int> = []
    private(set) var stopRows: Set<Int> = []
    /// How often each origin was found, the commonest first.
    var origins: [(origin: Origin, count: Int)] {
        counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
            .map { ($0.key, $0.value) }
    }
    /// How many rows there are, footers and blank ones not counted.
    private(set) var rows = 0
    /// The line at which the list is damaged.
    private(set) var damagedLine: Int?
    private var counts: [Origin: Int] = [:]

    /// The rows whose opt-in the manifest calls recorded.
    var expectedClaimRows: Set<Int> { Sample.numbers(sample.columns["rows_with_recorded_consent"] ?? "") }

    private init(_ sample: Sample) { self.sample = sample }

    init(_ sample: Sample, catalogue: LayoutCatalogue) throws {
        let source = try ListSource(path: sample.path)
        var found = RecognisedSample(sample)
        try source.read(catalogue, ListOptions()) { list in
            let optIns = OptInReader(list.opening)
            var record = Record()
            while try list.next(into: &record) {
                var row: [String] = []
                for index in 0..<record.cellCount { row.append(record.text(index)) }
                found.take(row, list.recognition, optIns)
                if let line = record.unclosedQuoteLine { found.damagedLine = found.damagedLine ?? line }
            }
            let container = source.packaging.text
            let layout = list.opening.layout?.id ?? "–"
            found.layout = container.isEmpty ? layout : "\(layout) (\(container))"
        }
        self = found
    }

    private mutating func take(_ row: [String], _ recognition: Recognition, _ optIns: OptInReader) {
        let cell = { (column: Int) in row[column] }
        let origin = recognition.origin(ofRow: cell, count: row.count).origin
        counts[origin, default: 0] += 1
        rows += 1
        if origin.isLinkedInSourced { linkedInRows.insert(rows) }
        if optIns.claim(ofRow: cell, count: row.count).isClaim { claimRows.insert(rows) }
        if !optIns.stops(ofRow: cell, count: row.count).isEmpty { stopRows.insert(rows) }
    }

    /// The line of the table in the manual.
    var line: String {
        let byOrigin = origins.map { "\($0.origin.rawValue) \($0.count)" }.joined(separator: ", ")
        let damage = damagedLine.map { ", damaged at line \($0)" } ?? ""
        let cells = [
            "`\(sample.name)`", layout, "\(rows)\(damage)", byOrigin,
            Self.compared(linkedInRows, sample.linkedInRows), Self.compared(claimRows, expectedClaimRows),
            Self.text(stopRows),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static func compared(_ found: Set<Int>, _ expected: Set<Int>) -> String {
        found == expected ? text(found) : "\(text(found)), manifest: \(text(expected))"
    }

    /// `1-3, 5` for a set of rows.
    private static func text(_ rows: Set<Int>) -> String {
        var parts: [String] = []
        var start: Int?
        for row in rows.sorted() {
            if !rows.contains(row - 1) { start = row }
            if !rows.contains(row + 1), let first = start {
                parts.append(first == row ? "\(row)" : "\(first)-\(row)")
            }
        }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }
}
