import Consent
import Database

extension VaultStore {
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
}
