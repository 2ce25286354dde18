import CanonicalJSON
import Consent
import Database
import Files
import Foundation
import Ledger
import Testing

@Suite("A vault of an earlier program")
struct MigrationTests {
    /// The schema of version 1, word for word as ledgers were made with it.
    private static let first: Migration = """
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
        """

    /// Puts what a vault holds into one that the earlier program would have made.
    ///
    /// - Parameter isCutShort: Whether that program was killed before it noted that the last record reached the log.
    private func takeBack(_ folder: LedgerFolder, isCutShort: Bool = false) throws {
        let (vault, old) = (folder.home.vaultDatabase, folder.home.vaultDatabase + ".old")
        do {
            let connection = try Connection(path: old, mode: .create)
            try connection.migrate(to: Schema(applicationID: 0x4347_5631, migrations: [Self.first]))
            try connection.execute("ATTACH '\(vault)' AS new")
            try connection.execute(
                """
                INSERT INTO threads SELECT * FROM new.threads;
                INSERT INTO events SELECT id, thread, rid, position, 0, leaf, kind, occurred_at, recorded_at, grade,
                    method, wording, evidence_count, has_source, idempotency, payload FROM new.events;
                INSERT INTO evidence SELECT event, place, digest, kind, size, sealed FROM new.evidence;
                UPDATE progress SET records = (SELECT records FROM new.progress);
                """)
            if isCutShort {
                try connection.execute(
                    """
                    UPDATE events SET pending = 1 WHERE position = (SELECT max(position) FROM events);
                    UPDATE progress SET records = records - 1;
                    """)
            }
            try connection.execute("DETACH new")
        }
        let content = try folder.copy([old])
        try folder.putBack([vault: #require(content[old])])
    }

    @Test("is brought up to date, and says and verifies as before")
    func migrates() throws {
        let folder = try LedgerFolder(seed: 11)
        let people = try ["ada", "bob", "eve"].map { try EmailAddress(parsing: "\($0)@example.org") }
        let acts: [SubjectAct] = try [
            .form(at: "2026-10-01T08:00:00Z"), .form("bob@example.org", at: "2026-10-01T08:00:00Z"),
            .sample(.withdrawn, "bob@example.org", at: "2026-10-01T09:00:00Z"),
            .sample(.objected, "eve@example.org"),
        ]
        do {
            let ledger = try folder.furnished()
            for act in acts { _ = try ledger.record(act) }
        }
        try takeBack(folder)
        #expect(
            try Connection(path: folder.home.vaultDatabase, mode: .readOnly).integer("PRAGMA user_version")
                == 1)

        let ledger = try folder.open(create: false)
        #expect(
            try Connection(path: folder.home.vaultDatabase, mode: .readOnly).integer("PRAGMA user_version")
                == 6)
        let standings = try ledger.standings(of: people, for: .newsletter)
        #expect(standings.map(\.standing.state) == [.given, .withdrawn, .objected])
        #expect(standings.map(\.evidence) == [.intact, .none, .none])
        #expect(standings.map(\.isEvidenceShared) == [true, nil, nil])
        #expect(try ledger.examine().findings == [])
        for act in acts { #expect(try ledger.record(act).wasKnown) }

        let run = try ledger.append(.listVetted, [.init("purpose", "newsletter")]).rid
        let terms = ReleaseTerms(
            run: run, row: 1, rules: ["L03"], role: .user, expiresAt: at("2026-12-01T00:00:00Z"),
            needsConfirmation: false)
        _ = try ledger.release(
            ReleaseDraft(terms, by: "Dora", reason: "seen", purpose: .newsletter, addresses: people))
        #expect(try ledger.standings(of: people, for: .newsletter).map(\.releases.count) == [1, 1, 1])
        #expect(try folder.open(create: false).examine().findings == [])
    }

    @Test("that was left by a killed process settles its last record")
    func cutShort() throws {
        let folder = try LedgerFolder(seed: 13)
        do {
            let ledger = try folder.furnished()
            for name in ["ada", "bob"] {
                _ = try ledger.record(.form("\(name)@example.org", at: "2026-10-01T08:00:00Z"))
            }
        }
        try takeBack(folder, isCutShort: true)
        let ledger = try folder.open(create: false)
        #expect(try ledger.history(of: EmailAddress(parsing: "bob@example.org")).count == 1)
        #expect(try ledger.examine().findings == [])
        let vault = try Connection(path: folder.home.vaultDatabase, mode: .readOnly)
        #expect(try vault.integer("SELECT settled FROM progress") == 4)
    }

    @Test("whose vettings were noted row by row tells the same of them")
    func vettings() throws {
        let folder = try LedgerFolder(seed: 12)
        let ada = try EmailAddress(parsing: "ada@example.org")
        let eve = try EmailAddress(parsing: "eve@example.org")
        var runs: [RecordID] = []
        do {
            let ledger = try folder.furnished()
            for address in ["ada", "eve"] {
                _ = try ledger.record(.form("\(address)@example.org", at: "2026-10-01T08:00:00Z"))
            }
            for _ in 0..<2 {
                runs.append(try ledger.append(.listVetted, [.init("purpose", "newsletter")]).rid)
            }
        }
        try folder.edit(
            folder.home.vaultDatabase,
            """
            ALTER TABLE progress DROP COLUMN settled;
            ALTER TABLE events ADD COLUMN pending INTEGER NOT NULL DEFAULT 0;
            DROP INDEX evidence_by_mark;
            DROP TABLE vetted_parts; DROP TABLE vetted_outcomes; DROP TABLE vetted_lists;
            CREATE TABLE vetted (
                lookup BLOB NOT NULL CHECK (length(lookup) = 16),
                run BLOB NOT NULL CHECK (length(run) = 16),
                row INTEGER NOT NULL,
                verdict TEXT NOT NULL,
                rules TEXT NOT NULL,
                PRIMARY KEY (lookup, run, row)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO vetted SELECT lookup, x'\(runs[0])', id, 'accept', '' FROM threads;
            INSERT INTO vetted SELECT lookup, x'\(runs[1])', 9 + id, 'reject', 'S01 L03' FROM threads;
            PRAGMA user_version = 4;
            """)
        let ledger = try folder.open(create: false)
        for (row, address) in zip(1..., [ada, eve]) {
            let found = try ledger.vettings(of: address).map(\.row)
            #expect(found.map(\.run) == runs)
            #expect(found.map(\.row) == [UInt64(row), UInt64(9 + row)])
            #expect(found.map(\.verdict) == [.accept, .reject])
            #expect(found.map(\.rules) == [[], ["S01", "L03"]])
        }
        _ = try ledger.erase([ada])
        #expect(try ledger.vettings(of: ada).isEmpty)
        #expect(try ledger.vettings(of: eve).count == 2)
    }
}
