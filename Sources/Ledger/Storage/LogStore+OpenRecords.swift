import CanonicalJSON
import Consent
import Database

extension LogStore {
    /// Stores the text of an open record beside its leaf; the caller holds a transaction.
    func insert(_ open: OpenRecord) throws {
        let statement = try connection.prepare(
            "INSERT INTO open_records (position, rid, kind, recorded_at, record, opening) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        )
        try statement.bind(1, Int64(clamping: open.index))
        try statement.bind(2, open.rid.bytes)
        try statement.bind(3, open.kind.rawValue)
        try statement.bind(4, open.recordedAt.seconds)
        try statement.bind(5, open.record)
        try statement.bind(6, open.opening)
        try statement.run()
    }

    /// Open records of one kind, or of all, in the order of the log.
    func openRecords(_ kind: OpenRecord.Kind?) throws -> [OpenRecord] {
        let columns = "SELECT position, rid, kind, recorded_at, record, opening FROM open_records"
        let statement = try connection.prepare(
            kind == nil ? "\(columns) ORDER BY position" : "\(columns) WHERE kind = ?1 ORDER BY position")
        if let kind { try statement.bind(1, kind.rawValue) }
        var records: [OpenRecord] = []
        while try statement.step() { records.append(try Self.openRecord(statement)) }
        return records
    }

    /// The last open record of a kind, or nil.
    func lastOpenRecord(_ kind: OpenRecord.Kind) throws -> OpenRecord? {
        let statement = try connection.prepare(
            "SELECT position, rid, kind, recorded_at, record, opening FROM open_records "
                + "WHERE kind = ?1 ORDER BY position DESC LIMIT 1")
        try statement.bind(1, kind.rawValue)
        return try statement.step() ? try Self.openRecord(statement) : nil
    }

    func openRecord(_ rid: RecordID) throws -> OpenRecord? {
        let statement = try connection.prepare(
            "SELECT position, rid, kind, recorded_at, record, opening FROM open_records WHERE rid = ?1")
        try statement.bind(1, rid.bytes)
        return try statement.step() ? try Self.openRecord(statement) : nil
    }

    private static func openRecord(_ row: borrowing Statement) throws -> OpenRecord {
        let record = row.bytes(4)
        guard let rid = RecordID(bytes: row.bytes(1)), let kind = OpenRecord.Kind(rawValue: row.text(2)),
            let json = try? JSONValue(readingCanonical: record)
        else {
            throw LedgerError(
                .corrupt, "Open record \(row.integer(0)) of the log cannot be read.",
                hint: "Restore log.db from a backup, then run consentgate verify.")
        }
        return OpenRecord(
            kind: kind, rid: rid, index: UInt64(clamping: row.integer(0)),
            recordedAt: Instant(seconds: row.integer(3)),
            record: record, opening: row.bytes(5), json: json)
    }
}
