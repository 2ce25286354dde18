import Containers
package import Origins
package import Tables

/// A list, opened: how it is written, what it is, and its rows from the first after the header.
package final class ListReader {
    /// Where the bytes come from.
    package let source: ListSource
    /// How the list is written down.
    package let dialect: Dialect
    /// What it is, and what its columns are for.
    package let recognition: Recognition
    /// The physical line of the header, from 1.
    package private(set) var headerLine = 0
    /// The records so far that are no rows.
    package private(set) var passedOver = PassedOver()
    /// The header's record, for outputs to begin with.
    private var header = Record()
    private var reader: RecordReader

    /// How much of a list is looked at to tell what it is.
    private static let previewBytes = 1 << 20
    private static let previewRecords = 60

    /// Opens a list from its start and goes past its header.
    init(_ source: ListSource, _ content: Content, catalogue: LayoutCatalogue, options: ListOptions) throws {
        let prefix = try content.firstBytes(atMost: Self.previewBytes)
        let isWhole = prefix.count < Self.previewBytes
        let detection = Array(prefix.prefix(DialectDetection.prefixLength))
        dialect =
            try content.dialect
            ?? DialectDetection.detect(
                prefix: detection, isWholeInput: isWhole && detection.count == prefix.count,
                encoding: source.settledEncoding)
        source.wasTakenForUTF8 =
            content.dialect == nil && dialect.encoding == .utf8 && !dialect.hasByteOrderMark
        let preview = try Self.preview(prefix, isWhole: isWhole, dialect)
        let recognised = catalogue.recognise(preview, addressColumn: options.addressColumn)
        recognition = try AddressColumn(source.name, options.addressColumn).chosen(
            in: recognised, preview: preview)
        self.source = source
        reader = try RecordReader(dialect: dialect, source: content)
        try skipToFirstRow()
    }

    /// Reads the next row; false at the end.
    ///
    /// What is no row is counted in ``passedOver``.
    package func next(into record: inout Record) throws -> Bool {
        while try reader.next(into: &record) {
            if !record.isBlank { return true }
            passedOver.blank.add(line: record.line)
        }
        return false
    }

    /// Whether the list has a header.
    package var hasHeader: Bool { recognition.headerIndex != nil }

    /// Lends the header's record.
    package func withHeader<Result>(_ body: (borrowing Record) throws -> Result) rethrows -> Result {
        try body(header)
    }

    /// What stands before the first accepted row, in a file as on standard output.
    ///
    /// The byte order mark and the header; a `sep=` line and any preamble stay out, for newsletter tools take the first
    /// line for the header.
    package func acceptedBeginning() throws -> [UInt8] {
        let bare = try Dialect(
            encoding: dialect.encoding, hasByteOrderMark: dialect.hasByteOrderMark,
            delimiter: dialect.delimiter,
            hasSeparatorLine: false, lineEnding: dialect.lineEnding)
        var beginning: [UInt8] = []
        var writer = RecordWriter(dialect: bare)
        writer.appendPrologue(to: &beginning)
        if hasHeader { header.appendEncodedRaw(to: &beginning) }
        return beginning
    }

    private func skipToFirstRow() throws {
        guard let index = recognition.headerIndex else { return }
        for _ in 0...index {
            guard try reader.next(into: &header) else { return }
        }
        headerLine = header.line
    }

    /// The first records as text.
    ///
    /// A record that the preview cuts off is left to the reading that follows.
    private static func preview(_ prefix: [UInt8], isWhole: Bool, _ dialect: Dialect) throws -> [[String]] {
        var reader = try RecordReader(dialect: dialect, source: InMemorySource(prefix))
        var record = Record()
        var preview: [[String]] = []
        while preview.count < previewRecords {
            do {
                guard try reader.next(into: &record) else { break }
            } catch {
                if isWhole { throw error }
                break
            }
            preview.append((0..<record.cellCount).map { record.text($0) })
        }
        return preview
    }
}
