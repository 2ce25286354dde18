import Database

extension VaultStore {
    /// Rebuilds the table of events so that what is appended lands where the last was appended, as far as it can.
    ///
    /// That an event reached the log is not noted beside each, but by the place up to which all did: an import would write
    /// every page twice. What makes an act the same is looked for among the acts of its thread and not of all, and files
    /// by the first bytes of their digests: each index over random keys costs more pages of a commit than all records.
    static let inOrder = Migration(
        tablesInOrder, then: emptyFormerTables,
        finally: """
            DROP TABLE evidence;
            DROP TABLE events;
            ALTER TABLE ordered_events RENAME TO events;
            ALTER TABLE marked_evidence RENAME TO evidence;
            """)

    /// Deletes the rows of the former tables some at a time: of a table that is dropped, or of an index that is made, SQLite
    /// holds all in memory.
    private static func emptyFormerTables(_ connection: Connection) throws {
        for (table, key) in [("evidence", "event"), ("events", "id")] {
            let deletion = try connection.prepare(
                """
                DELETE FROM \(table) WHERE \(key) <=
                    (SELECT max(\(key)) FROM (SELECT \(key) FROM \(table) ORDER BY \(key) LIMIT 8192))
                """)
            repeat { try deletion.run() } while connection.changes > 0
        }
    }

    private static let tablesInOrder = """
        ALTER TABLE progress ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
        UPDATE progress SET settled = coalesce(
            (SELECT min(position) FROM events WHERE pending = 1), (SELECT max(position) + 1 FROM events), 0);
        CREATE TABLE ordered_events (
            id INTEGER PRIMARY KEY,
            thread INTEGER NOT NULL REFERENCES threads (id),
            rid BLOB NOT NULL UNIQUE CHECK (length(rid) = 16),
            position INTEGER NOT NULL,
            leaf BLOB NOT NULL CHECK (length(leaf) = 33),
            kind TEXT NOT NULL,
            occurred_at INTEGER,
            recorded_at INTEGER NOT NULL,
            grade INTEGER NOT NULL,
            method TEXT,
            wording TEXT,
            evidence_count INTEGER NOT NULL,
            has_source INTEGER NOT NULL,
            release BLOB CHECK (release IS NULL OR length(release) = 16),
            idempotency BLOB NOT NULL,
            payload BLOB NOT NULL,
            UNIQUE (thread, idempotency)
        ) STRICT;
        DROP INDEX events_by_thread;
        DROP INDEX events_by_position;
        DROP INDEX events_by_release;
        DROP INDEX events_of_requests;
        CREATE INDEX events_by_thread ON ordered_events (thread, position);
        CREATE INDEX events_by_position ON ordered_events (position);
        CREATE INDEX events_by_release ON ordered_events (release) WHERE release IS NOT NULL;
        CREATE INDEX events_of_requests ON ordered_events (position)
            WHERE kind >= 'request-' AND kind < 'request.';
        INSERT INTO ordered_events SELECT id, thread, rid, position, leaf, kind, occurred_at, recorded_at, grade, method,
            wording, evidence_count, has_source, release, idempotency, payload FROM events ORDER BY id;
        CREATE TABLE marked_evidence (
            event INTEGER NOT NULL REFERENCES ordered_events (id),
            place INTEGER NOT NULL,
            mark BLOB NOT NULL CHECK (length(mark) = 8),
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            kind TEXT NOT NULL,
            size INTEGER NOT NULL,
            sealed BLOB,
            PRIMARY KEY (event, place)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX evidence_by_mark ON marked_evidence (mark);
        INSERT INTO marked_evidence SELECT event, place, substr(digest, 1, 8), digest, kind, size, sealed
            FROM evidence ORDER BY event, place;
        """
}
