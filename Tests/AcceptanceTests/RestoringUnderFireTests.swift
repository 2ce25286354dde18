import Foundation
import Testing

/// A ledger that is restored is the old one or the new one, however the process ends.
@Suite("A restoration under fire", .serialized)
struct RestoringUnderFireTests {
    private static let people = 200
    /// What `verify` finds in a whole ledger: its controller, a wording, an import, and everybody's claim.
    private static let entries = people + 3

    /// A ledger, and backups of all its parts.
    private func prepared() throws -> Workplace {
        let workplace = try Workplace()
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/newsletter.md")
        try workplace.write(String(contentsOf: fixture, encoding: .utf8), to: "newsletter.md")
        var list = "email,optin_time,optin_ip\n"
        for number in 0..<Self.people {
            list +=
                "p\(number)@example.org,2025-03-10T10:\(10 + number / 50):\(10 + number % 50)Z,192.0.2.1\n"
        }
        try workplace.write(list, to: "list.csv")
        for command in [
            "consentgate init --controller 'Example GmbH'", "consentgate wording publish newsletter.md",
            "consentgate import list.csv --purpose newsletter --tool shop --wording newsletter@1",
            "consentgate backup --all backups/all && consentgate backup --keys backups/keys",
        ] {
            #expect(try workplace.run(command).status == 0)
        }
        return workplace
    }

    /// Runs a command and kills it at some moment of a run of so long.
    private func kill(_ command: String, within whole: Duration, in workplace: Workplace) throws {
        let running = try workplace.start("exec \(command)")
        usleep(UInt32((whole / .microseconds(1)) * Double.random(in: 0.05...1.05)))
        Foundation.kill(running.process.processIdentifier, SIGKILL)
        _ = try running.wait()
    }

    private func isWhole(_ home: String, in workplace: Workplace) throws {
        let verification = try workplace.run("consentgate verify --home \(home)")
        #expect(verification.status == 0, "\(verification.output)\(verification.errors)")
        #expect(verification.output.contains("checked  \(Self.entries) entries"), "\(verification.output)")
    }

    /// What lies in the place, but for what the tests put there.
    private func names(in workplace: Workplace) throws -> Set<String> {
        try Set(FileManager.default.contentsOfDirectory(atPath: workplace.folder.path))
            .subtracting(["newsletter.md", "list.csv", "backups"])
    }

    @Test("leaves the old ledger or the new one in place, and the next one is whole")
    func replaces() throws {
        let workplace = try prepared()
        let command = "consentgate restore backups/all backups/keys --replace"
        let start = ContinuousClock.now
        #expect(try workplace.run(command).status == 0)
        let whole = start.duration(to: .now)
        for _ in 0..<10 {
            try kill(command, within: whole, in: workplace)
            try isWhole("ledger", in: workplace)
        }
        let last = try workplace.run(command)
        #expect(last.status == 0, "\(last.errors)")
        try isWhole("ledger", in: workplace)
        // What lies about has a name that says what it is, and the restoration names what was left half-done.
        for name in try names(in: workplace) where name != "ledger" {
            if name.hasPrefix(".ledger.restoring-") {
                #expect(last.output.contains(name), "\(last.output)")
            } else {
                #expect(name.hasPrefix("ledger.before-restore-"))
                try isWhole(name, in: workplace)
            }
        }
    }

    @Test("puts a ledger where none lay as a whole or not at all")
    func putsAnew() throws {
        let workplace = try prepared()
        let command = "consentgate restore backups/all backups/keys --home new"
        let start = ContinuousClock.now
        #expect(try workplace.run(command).status == 0)
        let whole = start.duration(to: .now)
        for _ in 0..<10 {
            try FileManager.default.removeItem(at: workplace.folder.appending(path: "new"))
            try kill(command, within: whole, in: workplace)
            let isThere = try names(in: workplace).contains("new")
            if !isThere { #expect(try workplace.run(command).status == 0) }
            try isWhole("new", in: workplace)
        }
        let left = try names(in: workplace).subtracting(["ledger", "new"])
        #expect(left.allSatisfy { $0.hasPrefix(".new.restoring-") }, "\(left)")
    }
}
