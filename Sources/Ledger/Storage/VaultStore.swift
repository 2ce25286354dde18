import Consent
import Cryptography
import Database

/// `vault.db`: what the records of subjects say, sealed, and where to find it.
///
/// A subject is found by a keyed digest of its address, never by the address. The columns beside a payload repeat
/// what a standing is computed from; verification opens the payloads and compares.
final class VaultStore {
    let connection: Connection

    static let schema = Schema(
        applicationID: 0x4347_5631,  // "CGV1"
        migrations: [
            """
            CREATE TABLE threads (
                id INTEGER PRIMARY KEY,
                lookup BLOB NOT NULL CHECK (length(lookup) = 16),
                purpose TEXT NOT NULL,
                wrapped_key BLOB NOT NULL,
                UNIQUE (lookup, purpose)
            ) STRICT;
            CREATE TABLE events (
                id INTEGER PRIMARY KEY,
                thread INTEGER NOT NULL REFERENCES threads (id),
                rid BLOB NOT NULL UNIQUE CHECK (length(rid) = 16),
                position INTEGER NOT NULL,
                pending INTEGER NOT NULL CHECK (pending IN (0, 1)),
                leaf BLOB NOT NULL CHECK (length(leaf) = 33),
                kind TEXT NOT NULL,
                occurred_at INTEGER,
                recorded_at INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                method TEXT,
                wording TEXT,
                evidence_count INTEGER NOT NULL,
                has_source INTEGER NOT NULL,
                idempotency BLOB NOT NULL UNIQUE,
                payload BLOB NOT NULL
            ) STRICT;
            CREATE TABLE progress (only INTEGER PRIMARY KEY CHECK (only = 1), records INTEGER NOT NULL) STRICT;
            INSERT INTO progress (only, records) VALUES (1, 0);
            CREATE INDEX events_by_thread ON events (thread, position);
            CREATE INDEX events_pending ON events (position) WHERE pending = 1;
            CREATE TABLE evidence (
                event INTEGER NOT NULL REFERENCES events (id),
                place INTEGER NOT NULL,
                digest BLOB NOT NULL CHECK (length(digest) = 32),
                kind TEXT NOT NULL,
                size INTEGER NOT NULL,
                sealed BLOB,
                PRIMARY KEY (event, place)
            ) STRICT, WITHOUT ROWID;
            """,
            // Which events are of one release, and whether a file shows acts of several subjects.
            """
            ALTER TABLE events ADD COLUMN release BLOB CHECK (release IS NULL OR length(release) = 16);
            CREATE INDEX events_by_release ON events (release) WHERE release IS NOT NULL;
            CREATE INDEX evidence_by_digest ON evidence (digest);
            """,
            // What erasure has done and must still do; which vettings touched a known subject, and where their lists lie;
            // the requests that people wait to have answered.
            """
            CREATE INDEX events_by_position ON events (position);
            CREATE INDEX events_of_requests ON events (position)
                WHERE kind IN ('request-opened', 'request-extended', 'request-closed');
            ALTER TABLE progress ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE progress ADD COLUMN undestroyed INTEGER NOT NULL DEFAULT 0;
            CREATE TABLE erasing (
                thread INTEGER PRIMARY KEY REFERENCES threads (id),
                suppress INTEGER NOT NULL CHECK (suppress IN (0, 1))
            ) STRICT;
            CREATE TABLE vetted (
                lookup BLOB NOT NULL CHECK (length(lookup) = 16),
                run BLOB NOT NULL CHECK (length(run) = 16),
                row INTEGER NOT NULL,
                verdict TEXT NOT NULL,
                rules TEXT NOT NULL,
                PRIMARY KEY (lookup, run, row)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE reports (
                path TEXT PRIMARY KEY,
                run BLOB NOT NULL CHECK (length(run) = 16),
                made_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            """,
            // A list of kinds made SQLite build a table of its own for each event that was stored. Pending events are the
            // last of all, and are found by their places.
            """
            DROP INDEX events_pending;
            DROP INDEX events_of_requests;
            CREATE INDEX events_of_requests ON events (position) WHERE kind >= 'request-' AND kind < 'request.';
            """,
            // Whom vettings touched, many to a row.
            Migration(VettedLists.tables, then: VettedLists.takeOver, finally: "DROP TABLE vetted"),
            VaultStore.inOrder,
        ])

    /// Of a sealed record of the usual size four fill a page of 4 KiB, and leave a sixth of it empty.
    private static let pageSize = 8192

    /// The condition that an event reached the log: a pending one is there for nobody but whoever appends.
    ///
    /// The plus keeps SQLite from taking it for a reason to read the events by their places.
    static let reached = "+e.position < (SELECT settled FROM progress)"

    init(path: String, mode: Connection.Mode) throws {
        connection = try Connection(path: path, mode: mode, pageSize: Self.pageSize)
        try connection.migrate(to: Self.schema)
    }

    /// Which known people stood in which vetted lists.
    var vettedLists: VettedLists { VettedLists(connection) }

    /// A row of the table of events, with what is needed to open it.
    struct Row {
        let id: Int64
        let thread: Int64
        let lookup: [UInt8]
        let wrappedKey: [UInt8]
        let rid: RecordID
        let position: UInt64
        let leaf: [UInt8]
        let payload: [UInt8]
        let event: SubjectEvent
        /// The release of which it tells, if of any.
        let release: RecordID?
    }

    static let columns =
        "e.id, e.thread, t.lookup, t.wrapped_key, e.rid, e.position, e.leaf, e.payload, e.kind, t.purpose, "
        + "e.occurred_at, e.recorded_at, e.grade, e.method, e.wording, e.evidence_count, e.has_source, e.release"

    static func row(_ statement: borrowing Statement) throws -> Row {
        guard let rid = RecordID(bytes: statement.bytes(4)) else { throw damaged(statement.integer(0)) }
        let release = statement.optionalBytes(17)
        guard release == nil || release.flatMap({ RecordID(bytes: $0) }) != nil else {
            throw damaged(statement.integer(0))
        }
        return Row(
            id: statement.integer(0), thread: statement.integer(1), lookup: statement.bytes(2),
            wrappedKey: statement.bytes(3), rid: rid, position: UInt64(clamping: statement.integer(5)),
            leaf: statement.bytes(6), payload: statement.bytes(7),
            event: try event(statement, position: 5, from: 8),
            release: release.flatMap { RecordID(bytes: $0) })
    }

    /// Reads the columns of which a standing is made: position, and from `first` on kind, purpose, occurred, recorded,
    /// grade, method, wording, number of files, whether there is a source.
    static func event(
        _ statement: borrowing Statement, position: Int32, from first: Int32
    ) throws -> SubjectEvent {
        let purposeText = statement.text(first + 1)
        let (methodText, wordingText) = (statement.optionalText(first + 5), statement.optionalText(first + 6))
        let method = methodText.flatMap(CollectionMethod.init(rawValue:))
        let wording = wordingText.flatMap { WordingReference(parsing: $0) }
        guard let kind = EventKind(rawValue: statement.text(first)),
            let purpose = purposeText == Purpose.everything.id ? .everything : Purpose(purposeText),
            let grade = Grade(rawValue: Int(clamping: statement.integer(first + 4))),
            methodText == nil || method != nil, wordingText == nil || wording != nil
        else { throw damaged(statement.integer(position)) }
        return SubjectEvent(
            sequence: statement.integer(position), kind: kind, purpose: purpose,
            occurredAt: statement.optionalInteger(first + 2).map(Instant.init(seconds:)),
            recordedAt: Instant(seconds: statement.integer(first + 3)), grade: grade,
            method: method, wording: wording,
            evidenceCount: Int(clamping: statement.integer(first + 7)),
            hasSource: statement.integer(first + 8) != 0)
    }

    static func damaged(_ row: Int64) -> LedgerError {
        LedgerError(
            .corrupt, "A row of the vault cannot be read (record \(row)).",
            hint: "Restore vault.db from a backup, then run consentgate verify.")
    }
}
