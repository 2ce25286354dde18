import Containers
package import Origins
package import Tables

/// A list, opened: how it is written, what it is, and its rows from the first after the header.
///
/// A file may hold several lists, one below the other. ``opening`` is the first, ``stretch`` the one of the row that
/// was read last.
package final class ListReader {
    /// Where the bytes come from.
    package let source: ListSource
    /// How the list is written down.
    package let dialect: Dialect
    /// What the file begins with; its header is that of all outputs.
    package let opening: Recognition
    /// Its columns that tell facts of contacts.
    package let told: [ToldColumn]
    /// The list to which the row belongs that was read last.
    package internal(set) var stretch: Stretch
    /// The physical line of the header, from 1; 0 without one.
    package private(set) var headerLine = 0
    /// The records so far that are no rows.
    package internal(set) var passedOver = PassedOver()
    /// The first lists that begin in the middle of the file; more are only counted.
    package internal(set) var furtherLists: [FurtherList] = []
    /// How many lists begin in the middle of the file.
    package internal(set) var furtherListCount: UInt64 = 0
    /// What there is to say about how the list is written down.
    package let remarks: [TableRemark]
    /// Rows in which a quote opens and never closes.
    package internal(set) var unclosedQuotes = PassedOver.Count()
    /// The line of a record above the header that holds an address, or nil.
    package private(set) var addressAboveHeader: Int?

    let catalogue: LayoutCatalogue
    let columns: AddressColumn
    var reader: RecordReader
    /// Records that were looked at before their turn, and are still to be told apart.
    var ahead = RecordShelf()
    /// Records of which only what follows tells what they are.
    var held = RecordShelf()
    /// Whether a blank record stands among or before the held ones.
    var isAfterBlank = false
    /// Rows in their turn.
    var ready = RecordShelf()
    /// What stands above the header that comes next.
    var preamble: [[String]] = []
    /// Records that were read together, as ``readPlain()`` does; those from ``nextPlain`` on still have their turn.
    package internal(set) var plain = PlainBlock()
    /// Which record of ``plain`` comes next.
    package internal(set) var nextPlain = 0
    /// Those behind them, where ``readAhead()`` read them before their turn.
    package internal(set) var upcoming = PlainBlock()
    /// How many records are read at once: so many that what is worked out for them stays in the processor's cache.
    package var rowsOfPlain = 1024
    private var header = Record()

    /// How much of a list is looked at to tell what it is.
    private static let previewBytes = 1 << 20
    private static let previewRecords = 5_000

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
        let found = TableRemark.remarks(on: detection, in: dialect)
        remarks = TableRemark.allCases.filter(found.contains)
        let recognised = catalogue.recognise(preview, naming: AddressColumn.names(in: options.columns))
        columns = AddressColumn(source.name, options)
        opening = try columns.chosen(in: recognised, preview: preview)
        self.source = source
        self.catalogue = catalogue
        told = try columns.told(in: opening)
        stretch = Stretch(opening, telling: told, line: 0, isInPlace: true)
        reader = try RecordReader(dialect: dialect, source: content)
        try skipToFirstRow()
    }

    /// What the list is to which the row belongs that was read last.
    package var recognition: Recognition { stretch.recognition }

    /// Whether the file begins with a header.
    package var hasHeader: Bool { opening.headerIndex != nil }

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
        var record = Record()
        for index in 0..<opening.firstRow {
            guard try reader.next(into: &record) else { return }
            if index == opening.headerIndex {
                headerLine = record.line
                passedOver.headers.add(line: record.line)
                swap(&header, &record)
            } else {
                // LinkedIn's own note ends in a blank line; blank or not, what stands there is no contact.
                passedOver.preamble.add(line: record.line)
                if addressAboveHeader == nil, record.allCells.contains(where: { $0.contains("@") }) {
                    addressAboveHeader = record.line
                }
            }
        }
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
            preview.append(record.allCells)
        }
        return preview
    }
}
