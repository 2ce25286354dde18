import Containers
import Lists
import Origins
import Tables

/// Recognises a list and reads it to its end, and holds its counts against the records that are there.
struct ListCheck {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func run() {
        ScratchFile.write(bytes)
        do {
            let catalogue = try LayoutCatalogue.shipped
            let source = try ListSource(path: ScratchFile.path)
            let first = try source.read(catalogue, ListOptions()) { try Self.rows(of: $0) }
            let second = try source.read(catalogue, ListOptions()) { try Self.rows(of: $0) }
            precondition(first == second, "read differently the second time")
            let all = try source.read(catalogue, ListOptions()) { try records($0.dialect) }
            precondition(all == nil || all == first.records, "records that nobody counted")
        } catch let error as ListError {
            precondition(!error.message.isEmpty && !error.hint.isEmpty, "an error without words")
        } catch {
            preconditionFailure("an error of another kind")
        }
    }

    /// What was read of a list.
    private struct Rows: Equatable {
        var lines: [Int] = []
        var origins: [RowOrigin] = []
        var records: UInt64 = 0
    }

    private static func rows(of list: ListReader) throws -> Rows {
        var rows = Rows()
        var record = Record()
        var line = 0
        _ = try list.acceptedBeginning()
        while try list.next(into: &record) {
            precondition(record.line > line, "rows out of their order")
            precondition(!record.isBlank, "a row of nothing")
            line = record.line
            rows.lines.append(line)
            let cells = (0..<record.cellCount).map { record.text($0) }
            let origin = list.recognition.origin(ofRow: { cells[$0] }, count: cells.count)
            let raw = record.raw
            if !list.recognition.mayCarrySignals(raw.span) {
                let expected = list.recognition.fileOrigin
                precondition(origin.origin == expected.origin, "signs that the quick look missed")
                precondition(origin.isSourceKnown == expected.isSourceKnown, "a source that it missed")
            }
            rows.origins.append(origin)
        }
        rows.records = UInt64(rows.lines.count) + list.passedOver.total
        return rows
    }

    /// How many records there are for a reader who knows nothing of lists; nil if such a one cannot tell which is meant.
    private func records(_ dialect: Dialect) throws -> UInt64? {
        guard let content = try? Content.open(InMemoryInput(bytes)) else { return nil }
        var reader = try RecordReader(dialect: dialect, source: content)
        var record = Record()
        var count: UInt64 = 0
        while try reader.next(into: &record) { count += 1 }
        return count
    }
}
