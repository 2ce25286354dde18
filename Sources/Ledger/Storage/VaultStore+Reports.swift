import Consent
import Database

extension VaultStore {
    /// Notes where a vetting writes its lists of people; the caller holds a transaction.
    func note(report path: String, of run: RecordID, at moment: Instant) throws {
        let statement = try connection.prepare(
            """
            INSERT INTO reports (path, run, made_at) VALUES (?1, ?2, ?3)
            ON CONFLICT (path) DO UPDATE SET run = excluded.run, made_at = excluded.made_at
            """)
        try statement.bind(1, path)
        try statement.bind(2, run.bytes)
        try statement.bind(3, moment.seconds)
        try statement.run()
    }

    /// Every file that was noted, the oldest first.
    func reports() throws -> [KeptReport] {
        let statement = try connection.prepare(
            "SELECT path, run, made_at FROM reports ORDER BY made_at, path")
        var reports: [KeptReport] = []
        while try statement.step() {
            guard let run = RecordID(bytes: statement.bytes(1)) else { continue }
            reports.append(
                KeptReport(path: statement.text(0), run: run, madeAt: Instant(seconds: statement.integer(2))))
        }
        return reports
    }

    /// Forgets files; the caller holds a transaction.
    func forget(reports: [KeptReport]) throws {
        let statement = try connection.prepare("DELETE FROM reports WHERE path = ?1 AND run = ?2")
        for report in reports {
            try statement.bind(1, report.path)
            try statement.bind(2, report.run.bytes)
            try statement.run()
        }
    }
}
