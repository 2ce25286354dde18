import Consent
import Database
import Files
import Workers

/// Which known people stood in which vetted lists: the part of the vault that an erasure empties with everything else.
///
/// A list of a million people is a million notes. They lie in the order of the subjects' keys, as many together as a page
/// of the file holds, for a row of its own for each costs more time than the vetting.
struct VettedLists {
    private let connection: Connection

    /// Bytes of a note: the subject's key, the row, and what became of it.
    private static let noteSize = 24
    /// With its columns, a part of so many notes is just below a page.
    private static let notesInPart = 160

    static let tables = """
        CREATE TABLE vetted_lists (
            id INTEGER PRIMARY KEY,
            run BLOB NOT NULL UNIQUE CHECK (length(run) = 16)
        ) STRICT;
        CREATE TABLE vetted_outcomes (
            list INTEGER NOT NULL REFERENCES vetted_lists (id),
            number INTEGER NOT NULL,
            verdict TEXT NOT NULL,
            rules TEXT NOT NULL,
            PRIMARY KEY (list, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE vetted_parts (
            id INTEGER PRIMARY KEY,
            list INTEGER NOT NULL REFERENCES vetted_lists (id),
            first BLOB NOT NULL CHECK (length(first) = 16),
            notes BLOB NOT NULL CHECK (length(notes) % \(noteSize) = 0)
        ) STRICT;
        CREATE INDEX vetted_parts_by_first ON vetted_parts (list, first);
        """

    init(_ connection: Connection) { self.connection = connection }

    /// Moves what an earlier program noted row by row.
    static func takeOver(_ connection: Connection) throws {
        let lists = VettedLists(connection)
        let runs = try connection.prepare("SELECT DISTINCT run FROM vetted")
        let rows = try connection.prepare("SELECT lookup, row, verdict, rules FROM vetted WHERE run = ?1")
        while try runs.step() {
            guard let run = RecordID(bytes: runs.bytes(0)) else { throw VaultStore.damaged(0) }
            var touched = TouchedSubjects(
                folder: Path.split(connection.path).folder, erased: nil, workers: Workers(1))
            try rows.bind(1, run.bytes)
            while try rows.step() {
                guard let verdict = Verdict(rawValue: rows.text(2)) else {
                    throw VaultStore.damaged(rows.integer(1))
                }
                try touched.note(
                    rows.bytes(0), row: UInt64(clamping: rows.integer(1)), verdict: verdict,
                    rules: rows.text(3).split(separator: " ").map(String.init))
            }
            rows.reset()
            try lists.insert(touched, run: run, whereKnown: false)
        }
    }

    // MARK: Writing

    /// Notes the known people of a vetted list; the caller holds a transaction.
    ///
    /// - Parameter isChecked: Whether to leave out who is not known any more.
    func insert(_ touched: TouchedSubjects, run: RecordID, whereKnown isChecked: Bool) throws {
        let list = try insert(run, touched.outcomes)
        let insertion = try connection.prepare(
            "INSERT INTO vetted_parts (list, first, notes) VALUES (?1, substr(?2, 1, 16), ?2)")
        let threads = try connection.prepare("SELECT 1 FROM threads WHERE lookup = ?1")
        var notes: [UInt8] = []
        notes.reserveCapacity(Self.notesInPart * Self.noteSize)
        func flush() throws {
            try insertion.bind(1, list)
            try insertion.bind(2, notes)
            try insertion.run()
            notes.removeAll(keepingCapacity: true)
        }
        try touched.forEach { entry in
            let words = entry.words
            for index in words.indices { Self.append(words[index], to: &notes) }
            if isChecked {
                defer { threads.reset() }
                try threads.bind(1, Array(notes.suffix(Self.noteSize).prefix(16)))
                if try !threads.step() { notes.removeLast(Self.noteSize) }
            }
            if notes.count >= Self.notesInPart * Self.noteSize { try flush() }
        }
        if !notes.isEmpty { try flush() }
    }

    private func insert(_ run: RecordID, _ outcomes: [TouchedSubjects.Outcome]) throws -> Int64 {
        let insertion = try connection.prepare("INSERT INTO vetted_lists (run) VALUES (?1)")
        try insertion.bind(1, run.bytes)
        try insertion.run()
        let list = connection.lastInsertedRow
        let outcome = try connection.prepare("INSERT INTO vetted_outcomes VALUES (?1, ?2, ?3, ?4)")
        for (number, found) in outcomes.enumerated() {
            try outcome.bind(1, list)
            try outcome.bind(2, Int64(number))
            try outcome.bind(3, found.verdict.rawValue)
            try outcome.bind(4, found.rules.joined(separator: " "))
            try outcome.run()
        }
        return list
    }

    private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: 8) {
            for place in 1...8 { $0.append(UInt8(truncatingIfNeeded: word >> UInt64(64 - 8 * place))) }
        }
    }

    /// Takes back what was noted of a vetting that never reached the log; the caller holds a transaction.
    func drop(run: RecordID) throws {
        for statement in [
            "DELETE FROM vetted_parts WHERE list = (SELECT id FROM vetted_lists WHERE run = ?1)",
            "DELETE FROM vetted_outcomes WHERE list = (SELECT id FROM vetted_lists WHERE run = ?1)",
            "DELETE FROM vetted_lists WHERE run = ?1",
        ] {
            let deletion = try connection.prepare(statement)
            try deletion.bind(1, run.bytes)
            try deletion.run()
        }
    }

    /// Deletes every note of a subject; the caller holds a transaction.
    func erase(subject lookup: [UInt8]) throws {
        let change = try connection.prepare(
            "UPDATE vetted_parts SET first = substr(?2, 1, 16), notes = ?2 WHERE id = ?1")
        let deletion = try connection.prepare("DELETE FROM vetted_parts WHERE id = ?1")
        for part in try parts(with: lookup) {
            let rest = Self.notes(of: part.notes).filter { !part.notes[$0].starts(with: lookup) }
                .flatMap { part.notes[$0] }
            if rest.count == part.notes.count { continue }
            if rest.isEmpty {
                try deletion.bind(1, part.id)
                try deletion.run()
            } else {
                try change.bind(1, part.id)
                try change.bind(2, rest)
                try change.run()
            }
        }
    }

    // MARK: Reading

    /// The rows of vetted lists in which a subject stood.
    func rows(ofSubject lookup: [UInt8]) throws -> [SubjectVetting] {
        try parts(with: lookup).flatMap { part in
            try Self.notes(of: part.notes).filter { part.notes[$0].starts(with: lookup) }.map { note in
                let entry = Self.entry(part.notes[note])
                let outcome = try outcome(entry.outcome, of: part.list)
                return SubjectVetting(
                    run: part.run, row: entry.row, verdict: outcome.verdict, rules: outcome.rules)
            }
        }
    }

    /// Calls a body with the subject and row of everybody known whom a vetting accepted.
    func forEachAccepted(in run: RecordID, _ body: (_ lookup: [UInt8], _ row: UInt64) throws -> Void) throws {
        guard let list = try list(of: run) else { return }
        var accepted: [Int: Bool] = [:]
        let statement = try connection.prepare(
            "SELECT notes FROM vetted_parts WHERE list = ?1 ORDER BY first, id")
        try statement.bind(1, list)
        while try statement.step() {
            let notes = statement.bytes(0)
            for note in Self.notes(of: notes) {
                let entry = Self.entry(notes[note])
                let isAccepted =
                    try accepted[entry.outcome] ?? (outcome(entry.outcome, of: list).verdict == .accept)
                accepted[entry.outcome] = isAccepted
                if isAccepted { try body(Array(notes[note].prefix(16)), entry.row) }
            }
        }
    }

    private func list(of run: RecordID) throws -> Int64? {
        let statement = try connection.prepare("SELECT id FROM vetted_lists WHERE run = ?1")
        try statement.bind(1, run.bytes)
        return try statement.step() ? statement.integer(0) : nil
    }

    /// Notes that lie together in a row of the vault.
    private struct Part {
        let id: Int64
        let list: Int64
        let run: RecordID
        let notes: [UInt8]
    }

    /// The parts of all lists in which a subject may stand: those that begin with it, and the last ones that begin before.
    private func parts(with lookup: [UInt8]) throws -> [Part] {
        let statement = try connection.prepare(
            """
            SELECT p.id, l.id, l.run, p.notes FROM vetted_lists l CROSS JOIN vetted_parts p ON p.list = l.id
            WHERE p.first <= ?1 AND p.first >= coalesce(
                (SELECT max(first) FROM vetted_parts WHERE list = l.id AND first < ?1), x'')
            """)
        try statement.bind(1, lookup)
        var found: [Part] = []
        while try statement.step() {
            guard let run = RecordID(bytes: statement.bytes(2)) else {
                throw VaultStore.damaged(statement.integer(1))
            }
            found.append(
                Part(
                    id: statement.integer(0), list: statement.integer(1), run: run, notes: statement.bytes(3))
            )
        }
        return found
    }

    private func outcome(_ number: Int, of list: Int64) throws -> (verdict: Verdict, rules: [String]) {
        let statement = try connection.prepare(
            "SELECT verdict, rules FROM vetted_outcomes WHERE list = ?1 AND number = ?2")
        try statement.bind(1, list)
        try statement.bind(2, Int64(number))
        guard try statement.step(), let verdict = Verdict(rawValue: statement.text(0)) else {
            throw VaultStore.damaged(list)
        }
        return (verdict, statement.text(1).split(separator: " ").map(String.init))
    }

    /// Where the notes of a part stand; what would not be a whole one is none.
    private static func notes(of part: [UInt8]) -> [Range<Int>] {
        (0..<part.count / noteSize).map { $0 * noteSize..<($0 + 1) * noteSize }
    }

    private static func entry(_ note: ArraySlice<UInt8>) -> TouchedSubjects.Entry {
        var words = InlineArray<3, UInt64>(repeating: 0)
        for (place, byte) in note.prefix(noteSize).enumerated() {
            words[place / 8] = words[place / 8] << 8 | UInt64(byte)
        }
        return TouchedSubjects.Entry(words: words)
    }
}
