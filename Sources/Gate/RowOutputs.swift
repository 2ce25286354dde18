import Consent
import Files
import Tables

/// The three lists that a vetting writes, row by row.
final class RowOutputs {
    /// The columns that held and rejected rows get, in their order.
    static let addedColumns = [
        "consentgate_row", "consentgate_verdict", "consentgate_rule", "consentgate_reason",
        "consentgate_cure",
        "consentgate_origin",
    ]

    let accepted: OutputFile
    let held: OutputFile
    let rejected: OutputFile
    private var writer: RecordWriter
    private let dialect: Dialect
    private var buffer: [UInt8] = []

    init(_ paths: OutputPaths, dialect: Dialect, token: String) throws {
        accepted = try OutputFile(path: paths.accepted, token: token)
        held = try OutputFile(path: paths.held, token: token)
        rejected = try OutputFile(path: paths.rejected, token: token)
        writer = RecordWriter(dialect: dialect)
        self.dialect = dialect
    }

    /// Begins each list with the header.
    ///
    /// The accepted list keeps the byte order mark and leaves out a `sep=` line and any preamble: newsletter tools take the
    /// first line for the header. The other two are read in spreadsheets, which want that line.
    func begin(with header: RowSlot, hasHeader: Bool) throws {
        var mark: [UInt8] = []
        if let bare = try? Dialect(
            encoding: dialect.encoding, hasByteOrderMark: dialect.hasByteOrderMark,
            delimiter: dialect.delimiter,
            hasSeparatorLine: false, lineEnding: dialect.lineEnding)
        {
            var plain = RecordWriter(dialect: bare)
            plain.appendPrologue(to: &mark)
        }
        if hasHeader {
            header.record.appendEncodedRaw(to: &mark)
        }
        try accepted.write(mark)
        for file in [held, rejected] {
            var start: [UInt8] = []
            writer.appendPrologue(to: &start)
            if hasHeader { writer.append(raw: header.record, addingCells: Self.addedColumns, to: &start) }
            try file.write(start)
        }
    }

    /// Writes a row to the list of its verdict.
    func write(_ slot: RowSlot, _ verdict: Verdict, added: [String]) throws {
        buffer.removeAll(keepingCapacity: true)
        switch verdict {
        case .accept:
            slot.record.appendEncodedRaw(to: &buffer)
            try accepted.write(buffer)
        case .hold, .reject:
            writer.append(raw: slot.record, addingCells: added, to: &buffer)
            try (verdict == .hold ? held : rejected).write(buffer)
        }
    }

    func seal() throws {
        for file in [accepted, held, rejected] { try file.seal() }
    }
}
