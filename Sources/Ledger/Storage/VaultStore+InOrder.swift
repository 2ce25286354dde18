import Database

extension VaultStore {
    /// Rebuilds the table of events so that what is appended lands where the last was appended, as far as it can.
    ///
    /// That an event reached the log is not noted beside each, but by the place up to which all did: an import would write
    /// every page twice. What makes an act the same is looked for among the acts of its thread and not of all, and files
    /// by the first bytes of their digests: each index over random keys costs more pages of a commit than all records.
    static let inOrder: Migration = """
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
        INSERT INTO marked_evidence SELECT event, place, substr(digest, 1, 8), digest, kind, size, sealed
            FROM evidence ORDER BY event, place;
        DROP TABLE evidence;
        DROP TABLE events;
        ALTER TABLE ordered_events RENAME TO events;
        ALTER TABLE marked_evidence RENAME TO evidence;
        CREATE INDEX events_by_thread ON events (thread, position);
        CREATE INDEX events_by_position ON events (position);
        CREATE INDEX events_by_release ON events (release) WHERE release IS NOT NULL;
        CREATE INDEX events_of_requests ON events (position) WHERE kind >= 'request-' AND kind < 'request.';
        CREATE INDEX evidence_by_mark ON evidence (mark);
        """
}
