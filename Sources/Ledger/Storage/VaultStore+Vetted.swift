import Consent
import Database

extension VaultStore {
    /// Notes which known people stood in a vetted list; the caller holds a transaction.
    ///
    /// Whoever was erased since the row was judged is a stranger by now, and is left out.
    func insert(_ touched: TouchedSubjects, run: RecordID) throws {
        let statement = try connection.prepare(
            """
            INSERT OR REPLACE INTO vetted (lookup, run, row, verdict, rules)
            SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM threads WHERE lookup = ?1)
            """)
        try touched.forEach { key, row, outcome in
            try statement.bind(1, key)
            try statement.bind(2, run.bytes)
            try statement.bind(3, Int64(clamping: row))
            try statement.bind(4, outcome.verdict.rawValue)
            try statement.bind(5, outcome.rules.joined(separator: " "))
            try statement.run()
        }
    }

    /// Takes back what was noted of a vetting that never reached the log.
    func dropVetted(run: RecordID) throws {
        let statement = try connection.prepare("DELETE FROM vetted WHERE run = ?1")
        try statement.bind(1, run.bytes)
        try statement.run()
    }

    /// The rows of vetted lists in which a subject stood.
    func vetted(ofSubject lookup: [UInt8]) throws -> [SubjectVetting] {
        let statement = try connection.prepare(
            "SELECT run, row, verdict, rules FROM vetted WHERE lookup = ?1 ORDER BY run, row")
        try statement.bind(1, lookup)
        var found: [SubjectVetting] = []
        while try statement.step() {
            guard let run = RecordID(bytes: statement.bytes(0)),
                let verdict = Verdict(rawValue: statement.text(2))
            else { throw Self.damaged(statement.integer(1)) }
            found.append(
                SubjectVetting(
                    run: run, row: UInt64(clamping: statement.integer(1)), verdict: verdict,
                    rules: statement.text(3).split(separator: " ").map(String.init)))
        }
        return found
    }

    /// Calls a body with the subject and row of everybody known whom a vetting accepted.
    func forEachAccepted(in run: RecordID, _ body: (_ lookup: [UInt8], _ row: UInt64) throws -> Void) throws {
        let statement = try connection.prepare(
            "SELECT lookup, row FROM vetted WHERE run = ?1 AND verdict = ?2")
        try statement.bind(1, run.bytes)
        try statement.bind(2, Verdict.accept.rawValue)
        while try statement.step() { try body(statement.bytes(0), UInt64(clamping: statement.integer(1))) }
    }
}
