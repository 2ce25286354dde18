import Cryptography
import Files
import Lists
import Tables

/// The rows of a list with what became of each, as they stand in the list and with columns behind.
///
/// It appears when it is whole, or not at all.
final class OutcomeFile {
    private static let addedColumns = [
        "consentgate_row", "consentgate_outcome", "consentgate_code", "consentgate_reason",
    ]

    private var staged: StagedFile
    private var writer: RecordWriter
    private var buffer: [UInt8] = []

    /// Begins the file with the header of the list.
    init(path: String, list: ListReader) throws {
        // A list of people is for whoever imported it, until they decide otherwise.
        staged = try StagedFile(path: path, mode: 0o600, token: Hex.encode(try SystemRandom().bytes(6)))
        writer = RecordWriter(dialect: list.dialect)
        writer.appendPrologue(to: &buffer)
        if list.hasHeader {
            list.withHeader { writer.append(raw: $0, addingCells: Self.addedColumns, to: &buffer) }
        }
        try staged.write(buffer)
    }

    /// Writes a row.
    func write(_ slot: ClaimSlot, _ outcome: RowOutcome, _ reason: OutcomeReason?) throws {
        buffer.removeAll(keepingCapacity: true)
        let added = [String(slot.number), outcome.rawValue, reason?.code ?? "", reason?.text ?? ""]
        writer.append(raw: slot.record, addingCells: added, to: &buffer)
        try staged.write(buffer)
    }

    /// Brings the file to its place.
    func commit() throws(FileError) {
        try staged.seal()
        try staged.commit()
    }
}
