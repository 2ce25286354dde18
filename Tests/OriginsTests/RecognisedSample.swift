import Consent
import Origins
import Tables
import TestSupport

/// A sample list, read and recognised to its end.
struct RecognisedSample {
    let sample: Sample
    let layout: String
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

    init(_ sample: Sample, catalogue: LayoutCatalogue) throws {
        self.sample = sample
        var records: [[String]] = []
        var damagedLine: Int?
        var reader = try RecordReader(detecting: InMemorySource(sample.bytes))
        var record = Record()
        do throws(TableError) {
            while try reader.next(into: &record) {
                var cells: [String] = []
                for index in 0..<record.cellCount { cells.append(record.text(index)) }
                records.append(cells)
            }
        } catch {
            damagedLine = error.line
        }
        let recognition = catalogue.recognise(Array(records.prefix(60)))
        layout = recognition.layout?.id ?? "–"
        self.damagedLine = damagedLine
        let first = recognition.headerIndex.map { $0 + 1 } ?? 0
        let contacts = records.dropFirst(first).filter { row in row.contains { !$0.isEmpty } }
        let optIns = OptInReader(recognition)
        // The manifest does not count the footers of a report.
        for (number, row) in zip(1..., contacts.prefix(sample.rows)) {
            let cell = { (column: Int) in row[column] }
            let origin = recognition.origin(ofRow: cell, count: row.count).origin
            counts[origin, default: 0] += 1
            rows += 1
            if origin.isLinkedInSourced { linkedInRows.insert(number) }
            if optIns.claim(ofRow: cell, count: row.count).isClaim { claimRows.insert(number) }
            if !optIns.stops(ofRow: cell, count: row.count).isEmpty { stopRows.insert(number) }
        }
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
