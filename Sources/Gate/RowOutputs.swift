import Consent
import Files
import Lists
import Tables
import Workers

/// The lists that a vetting writes, row by row: three, and a fourth for a tool if one was named.
final class RowOutputs {
    /// The columns that held and rejected rows get, in their order.
    static let addedColumns = [
        "consentgate_row", "consentgate_verdict", "consentgate_rule", "consentgate_reason",
        "consentgate_cure",
        "consentgate_origin", "consentgate_repairs", "consentgate_findings", "consentgate_facts",
    ]

    let accepted: OutputFile
    let held: OutputFile
    let rejected: OutputFile
    /// The accepted contacts in the form of a tool.
    let handOver: OutputFile?
    /// That form.
    private(set) var form: HandOverForm?
    private(set) var writer: RecordWriter
    private var buffer: [UInt8] = []

    /// - Parameter workers: With one there is no thread beside the caller's.
    init(
        _ paths: OutputPaths, dialect: Dialect, token: String, handOver form: HandOverForm?,
        workers: Workers
    ) throws {
        func file(_ path: String) throws(FileError) -> OutputFile {
            try OutputFile(path: path, token: token, workers: workers)
        }
        accepted = try file(paths.accepted)
        held = try file(paths.held)
        rejected = try file(paths.rejected)
        handOver = try paths.handOver.map(file)
        self.form = form
        writer = RecordWriter(dialect: dialect)
    }

    /// Begins each list with the header.
    ///
    /// Held and rejected rows are read in spreadsheets, which want a `sep=` line.
    func begin(_ list: ListReader) throws {
        try accepted.write(list.acceptedBeginning())
        if let beginning = form?.beginning() { try handOver?.write(beginning) }
        for file in [held, rejected] {
            var start: [UInt8] = []
            writer.appendPrologue(to: &start)
            if list.hasHeader {
                list.withHeader { writer.append(raw: $0, addingCells: Self.addedColumns, to: &start) }
            }
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
            guard let handOver else { return }
            buffer.removeAll(keepingCapacity: true)
            form?.append(slot, to: &buffer)
            try handOver.write(buffer)
        case .hold, .reject:
            writer.append(raw: slot.record, addingCells: added, to: &buffer)
            try (verdict == .hold ? held : rejected).write(buffer)
        }
    }

    /// What a held or rejected row gets behind its number, as it is written.
    func encoded(_ added: [String]) -> [UInt8] { writer.encoded(addedCells: added) }

    /// Appends rows to the list of their verdict, as they are to be written.
    func write(_ rows: [UInt8], _ verdict: Verdict) throws {
        guard !rows.isEmpty else { return }
        let file =
            switch verdict {
            case .accept: accepted
            case .hold: held
            case .reject: rejected
            }
        try file.write(rows)
    }

    func seal() throws(FileError) {
        for file in [accepted, held, rejected, handOver] { try file?.seal() }
    }

    /// Ends all of them; they are still to be brought to the disk.
    func beginSealing() throws(FileError) -> [FileSynchronisation] {
        var begun: [FileSynchronisation] = []
        for file in [accepted, held, rejected, handOver] {
            if let file { begun.append(try file.beginSealing()) }
        }
        return begun
    }
}
