import Consent
import Database
import Files
import Gate
import Ledger
import MerkleLog
import Policies
import SourceRegister
import TestSupport
import Testing

@Suite("A source")
struct SourceRegistrationTests {
    private static let export = """
        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Orla,Quimbly,https://www.linkedin.com/in/test-orla-x0,orla@example.com,Acme GmbH,CTO,07 Oct 2023
        Bram,Okolind,https://www.linkedin.com/in/test-bram-x1,,Initech,VP,01 Jan 2024
        ,,,,,,01 Jan 2024

        """

    @Test(
        "is found again by what is left, and by what decides how surely",
        arguments: [
            ("email\nOrla+news@example.com\n", "S01", "same address"),
            ("email,LinkedIn\nx@example.org,de.linkedin.com/in/TEST-orla-x0\n", "S01", "same profile"),
            ("email,name,firma\nx@example.org,QUIMBLY Orla,Acme\n", "S01", "same name and company"),
            ("email,name,firma\nx@example.org,Orla Quimbly,Other\n", "S20", "somebody of this name"),
            ("email,name,since\nx@example.org,Orla Quimbly,2023-10-07\n", "S20", "same name and day"),
        ])
    func found(list: String, rule: String, how: String) throws {
        let bench = try SourceBench()
        try bench.add(Self.export, label: "Mine")
        let reason = try #require(try bench.reasons(list).first ?? nil)
        #expect(reason.rule == rule)
        #expect(reason.reason.contains(how))
        #expect(reason.reason.contains("\"Mine\" of 2026-11-01"))
        #expect(!reason.reason.lowercased().contains("quimbly"))
    }

    @Test(
        "is known to policies as the same person only by address, profile, or name and company",
        arguments: [
            ("email\nOrla+news@example.com\n", true),
            ("email,LinkedIn\nx@example.org,de.linkedin.com/in/TEST-orla-x0\n", true),
            ("email,name,firma\nx@example.org,QUIMBLY Orla,Acme\n", true),
            ("email,name,firma\nx@example.org,Orla Quimbly,Other\n", false),
            ("email,name,since\nx@example.org,Orla Quimbly,2023-10-07\n", false),
            ("email\ny@example.org\n", false),
        ])
    func samePerson(list: String, isInSource: Bool) throws {
        let bench = try SourceBench()
        try bench.add(Self.export)
        let policy = """
            policy: own
            title: A rule of its own
            description: For a test.
            extends: gdpr
            rules:
              - id: OWN-1
                slug: in-source
                when: {row.inSource: true}
                verdict: warn
                law: a test
                override: user
                reason: The person is in a source.
                cure: None.
            """
        let path = try bench.scratch.folder.write("own.yaml", Array(policy.utf8))
        let result = try bench.vet(list, policy: path, dryRun: true)
        #expect(result.notes.map(\.rule.id) == (isInSource ? ["OWN-1"] : []))
    }

    @Test("a sign-up in the row takes back a shared name, but neither an address nor the question")
    func counterSignal() throws {
        let bench = try SourceBench()
        try bench.add(Self.export)
        let header = "email,name,company,optin_time,optin_ip\n"
        let signUp = ",2026-01-02 10:00:00,192.0.2.7\n"
        #expect(try bench.rules(header + "orla@example.com,Orla Quimbly,Acme" + signUp) == ["S01"])
        #expect(try bench.rules(header + "x@example.org,Orla Quimbly,Acme" + signUp) == ["S20"])
        try bench.scratch.optIn("orla@example.com")
        try bench.scratch.optIn("x@example.org")
        #expect(
            try bench.rules("email,name\norla@example.com,Orla Quimbly\nx@example.org,Orla Quimbly\n") == [
                nil, nil,
            ])
    }

    @Test("the same file twice is one source, and only its expiry can change")
    func idempotent() throws {
        let bench = try SourceBench()
        let first = try bench.add(Self.export)
        #expect(first.outcome == .added)
        #expect(first.source.source.rows == 3 && first.source.source.remembered == 2)
        #expect(first.source.newestDay == "2024-01-01")
        #expect(first.source.source.expiresAt.day == "2027-11-01")
        let size = bench.ledger.checkpoint.checkpoint.size
        #expect(try bench.add(Self.export, name: "copy.csv").outcome == .known)
        #expect(bench.ledger.checkpoint.checkpoint.size == size)
        let later = bench.ledger.now.advanced(byMonths: 3)
        #expect(try bench.add(Self.export, expiresAt: later).outcome == .renewed)
        try bench.scratch.reopen()
        #expect(try bench.ledger.sources().map(\.source.expiresAt) == [later])
        #expect(try bench.ledger.sources().map(\.source.rid) == [first.source.source.rid])
    }

    @Test("counts until its day, and is destroyed with the next write")
    func expiry() throws {
        let bench = try SourceBench()
        try bench.add(Self.export, expiresAt: bench.ledger.now.advanced(by: 3600))
        #expect(try bench.rules("email\norla@example.com\n") == ["S01"])
        bench.scratch.clock.advance(by: 3600)
        #expect(try bench.rules("email\norla@example.com\n") == [nil])
        #expect(try bench.ledger.sources().map(\.condition) == [.expired])
        #expect(try Self.fingerprints(bench) > 0)
        try bench.scratch.stop(.withdrawn, "eve@example.org")
        #expect(try Self.fingerprints(bench) == 0)
        #expect(throws: LedgerError.self) { try bench.add(Self.export, expiresAt: bench.ledger.now) }
    }

    @Test("removed, it leaves nothing but the log's word for it")
    func removed() throws {
        let bench = try SourceBench()
        let rid = try bench.add(Self.export).source.source.rid
        try bench.ledger.removeSource(rid)
        #expect(try bench.ledger.sources().isEmpty)
        #expect(try Self.fingerprints(bench) == 0)
        #expect(try bench.rules("email\norla@example.com\n") == [nil])
        #expect(throws: LedgerError.self) { try bench.ledger.removeSource(rid) }
        #expect(try bench.ledger.examine().findings.isEmpty)
        #expect(try bench.add(Self.export).outcome == .added)
    }

    @Test("cut short before the log was told it counts for nothing, and is swept away")
    func interrupted() throws {
        let bench = try SourceBench()
        struct Killed: Error {}
        try bench.add(Self.export)
        let whole = try Self.fingerprints(bench)
        // What a killed process leaves: a source that the log does not know, with its fingerprints.
        let store = try Connection(path: bench.scratch.home.path + "/sources.db", mode: .readWrite)
        try store.execute("INSERT INTO sources (rid) VALUES (x'000102030405060708090a0b0c0d0e0f')")
        try store.execute(
            "INSERT INTO fingerprints SELECT kind, tag, (SELECT max(number) FROM sources) FROM fingerprints")
        try bench.scratch.reopen()
        #expect(try bench.ledger.sources().count == 1)
        #expect(try bench.ledger.sourceMatcher()?.sources.count == 1)
        #expect(throws: Killed.self) {
            try bench.ledger.addSource(label: nil, expiresAt: nil) { draft in
                try draft.remember([Fingerprint(.address, "a@example.org")])
                throw Killed()
            }
        }
        #expect(try Self.fingerprints(bench) == whole)
    }

    @Test("lost fingerprints are told, shut a lenient gate, and come back with the same file")
    func lost() throws {
        let bench = try SourceBench()
        let rid = try bench.add(Self.export).source.source.rid
        for ending in ["", "-wal", "-shm"] {
            try PrivateFile.remove(bench.scratch.home.path + "/sources.db" + ending)
        }
        try bench.scratch.reopen()
        #expect(try bench.ledger.sources().map(\.condition) == [.missing])
        #expect(try bench.ledger.examine().findings.contains { $0.place.contains("sources.db") })
        #expect(throws: GateError.self) { try bench.vet("email\nx@example.org\n") }
        #expect(
            try bench.vet("email\nx@example.org\n", policy: "gdpr").warnings.contains {
                $0.code == "source-missing"
            })
        let again = try bench.add(Self.export)
        #expect(again.outcome == .restored && again.source.source.rid == rid)
        #expect(try bench.rules("email\norla@example.com\n") == ["S01"])
        #expect(try bench.ledger.examine().findings.isEmpty)
    }

    @Test("a fingerprint that vanished is found by an examination")
    func thinned() throws {
        let bench = try SourceBench()
        try bench.add(Self.export)
        let store = try Connection(path: bench.scratch.home.path + "/sources.db", mode: .readWrite)
        try store.execute("DELETE FROM fingerprints WHERE kind = 1")
        #expect(try bench.ledger.examine().findings.contains { $0.problem.contains("fingerprints") })
    }

    @Test("a list that shows no sign of LinkedIn is refused unless told")
    func refused() throws {
        let bench = try SourceBench()
        let own = "email,name\nada@example.org,Ada Lovelace\n"
        #expect(throws: SourceRegisterError.self) { try bench.add(own) }
        #expect(try bench.ledger.sources().isEmpty)
        #expect(try bench.add(own, takesAny: true).source.source.origin == .linkedinProfile)
        #expect(throws: LedgerError.self) { try bench.add("email\nno address\n", takesAny: true) }
    }

    @Test("no store and no log holds a name, an address or a label in clear")
    func secret() throws {
        let bench = try SourceBench()
        try bench.add(Self.export, label: "Mine")
        for name in try Folder.names(in: bench.scratch.home.path) {
            let path = bench.scratch.home.path + "/" + name
            guard PrivateFile.exists(path) else { continue }
            let bytes = try InputFile.contents(of: path, limit: 1 << 26)
            let text = String(decoding: bytes, as: UTF8.self).lowercased()
            for word in ["orla", "quimbly", "acme", "x0", "connections.csv"] where word.count > 2 {
                #expect(!text.contains(word), "\(name): \(word)")
            }
            if !name.hasPrefix("sources.db") { #expect(!text.contains("mine"), "\(name)") }
        }
    }

    private static func fingerprints(_ bench: SourceBench) throws -> Int64 {
        let store = try Connection(path: bench.scratch.home.path + "/sources.db", mode: .readOnly)
        return try store.integer("SELECT count(*) FROM fingerprints") ?? -1
    }
}
