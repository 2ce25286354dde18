import CanonicalJSON
import Consent
import Gate
import Ledger
import Lists
import MerkleLog
import Tables
import TestSupport
import Testing

@Suite("A vetting")
struct VettingTests {
    @Test("accepts a complete opt-in from a list of nothing but addresses")
    func bareList() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        try bench.scratch.optIn("ben@example.org", keeping: .hashOnly)
        let list = try bench.list("email\nada@example.org\nBen@Example.org\neve@example.org\n")
        let outcome = try bench.vet(list)
        #expect(outcome.result.tally.accepted == 2)
        #expect(outcome.rules == [3: "L01"])
        #expect(
            String(decoding: outcome.accepted, as: UTF8.self) == "email\nada@example.org\nBen@Example.org\n")
    }

    @Test(
        "keeps out what a record lacks",
        arguments: [
            ("no evidence", "L03"), ("no wording", "L07"), ("no method", "L09"), ("no time", "L10"),
            ("silence", "C11"),
            ("import", "C16"),
        ])
    func incomplete(lacking: String, rule: String) throws {
        let bench = try Workbench()
        var act = SubjectAct(
            .given, address: try EmailAddress(parsing: "ada@example.org"), purpose: .newsletter)
        act.occurredAt = lacking == "no time" ? nil : bench.scratch.clock.now.advanced(by: -60)
        act.wording =
            ["no wording", "import"].contains(lacking) ? nil : WordingReference(parsing: "newsletter@1")
        act.method =
            lacking == "no method"
            ? nil : lacking == "silence" ? .openedMail : lacking == "import" ? .imported : .webForm
        act.evidence = lacking == "no evidence" ? [] : [.init(bytes: [1], kind: "bin", keeping: .sealed)]
        act.source = "website"
        _ = try bench.ledger.record(act)
        let outcome = try bench.vet(try bench.list("email\nada@example.org\n"))
        #expect(outcome.rules == [1: rule])
    }

    @Test("an attestation never helps a contact from LinkedIn")
    func attestation() throws {
        let bench = try Workbench()
        var act = SubjectAct(
            .given, address: try EmailAddress(parsing: "ada@example.org"), purpose: .newsletter)
        act.occurredAt = bench.scratch.clock.now.advanced(by: -60)
        act.wording = WordingReference(parsing: "newsletter@1")
        act.method = .inPerson
        act.evidence = [.init(bytes: [1], kind: "txt", keeping: .sealed)]
        _ = try bench.ledger.record(act)
        let outcome = try bench.vet(
            try bench.list("email,Connected On,First Name,Last Name\nada@example.org,01 Jan 2024,Ada,L\n"))
        #expect(outcome.rules == [1: "S01"])
    }

    @Test(
        "an address counts once, and a no in one row beats a yes in another",
        arguments: [
            ("email,source\nada@example.org,\nada@example.org,LinkedIn\n", [1: "S01", 2: "S01"]),
            ("email,source\nada@example.org,LinkedIn\nADA@example.org,\n", [1: "S01", 2: "S01"]),
        ])
    func contradiction(list: String, rules: [Int: String]) throws {
        let bench = try Workbench()
        let outcome = try bench.vet(try bench.list(list), policy: "linkedin-only")
        #expect(outcome.rules == rules)
        #expect(outcome.result.tally.rows == 2)
        #expect(outcome.rejected.contains { $0.reason.contains("Another row of this list") })
    }

    @Test("the second row of an address is held, the first one passes")
    func repeated() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        let outcome = try bench.vet(try bench.list("email\nada@example.org\n Ada@Example.org \n"))
        #expect(outcome.result.tally.accepted == 1)
        #expect(outcome.rules == [2: "H05"])
    }

    @Test(
        "rows that do not fit the header are held, empty surplus cells are fine",
        arguments: [
            ("ada@example.org,x,y", "H09"), ("ada@example.org", "H09"), ("ada@example.org,x,,", nil),
            ("\"ada@example.org\" z,x", "H03"),
        ] as [(String, String?)])
    func ragged(row: String, rule: String?) throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        let outcome = try bench.vet(try bench.list("email,name\n\(row)\n"))
        #expect(outcome.rules[1] == rule)
    }

    @Test("a list that is UTF-8 only at its beginning is read as Windows-1252")
    func lateEncoding() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        var bytes = Array("email;name\n".utf8)
        for number in 0..<6000 { bytes += Array("person\(number)@example.org;Someone\n".utf8) }
        bytes += Array("ada@example.org;J".utf8) + [0xF6] + Array("rg\n".utf8)
        let list = try bench.scratch.folder.write("late.csv", bytes)
        let outcome = try bench.vet(list)
        #expect(outcome.result.list.encoding == "Windows-1252")
        #expect(outcome.result.tally.rows == 6001)
        #expect(outcome.accepted == Array("email;name\nada@example.org;J".utf8) + [0xF6] + Array("rg\n".utf8))
    }

    @Test("its certificate proves the outputs, and one changed byte breaks it")
    func certificate() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        let outcome = try bench.vet(try bench.list("email\nada@example.org\nben@example.org\n"))
        let paths = try #require(outcome.result.outputs)
        let bytes = try bench.read(paths.certificate)
        let certificate = try CertificateFile(parsing: bytes)
        _ = try certificate.verified(with: KeySuccession(bench.ledger.verifierKey))
        #expect(certificate.record["accepted"]?.number == 1)
        #expect(certificate.record["list"]?["sha256"]?.text == outcome.result.list.sha256)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("ada@"))
        for offset in stride(from: 0, to: bytes.count, by: 7) {
            var changed = bytes
            changed[offset] ^= 1
            #expect(throws: (any Error).self) {
                _ = try CertificateFile(parsing: changed).verified(
                    with: KeySuccession(bench.ledger.verifierKey))
            }
        }
    }

    @Test("a dry run writes nothing and tells the log nothing")
    func dryRun() throws {
        let bench = try Workbench()
        var request = try bench.request(try bench.list("email\nada@example.org\n"))
        request.destination = .dryRun
        let size = bench.ledger.checkpoint.checkpoint.size
        let outcome = try bench.vet(request)
        #expect(outcome.result.run == nil)
        #expect(bench.ledger.checkpoint.checkpoint.size == size)
        #expect(ScratchFolder.files(in: bench.path("out")).isEmpty)
    }

    @Test("formulas are neutralised in our columns and flagged in the others")
    func formulas() throws {
        let bench = try Workbench()
        let outcome = try bench.vet(
            try bench.list("email,name\nada@example.org,=HYPERLINK(1)\nben@example.org,-5\n"))
        #expect(outcome.result.tally.formulaCells == 1)
        #expect(outcome.result.warnings.contains { $0.code == "formula-cells" })
        #expect(outcome.rejected.first?.cells.last == "=HYPERLINK(1)")
    }

    @Test(
        "a list that cannot be vetted leaves nothing behind and says why",
        arguments: [
            ("name,city\nAda,Berlin\n", ListError.Code.noAddressColumn), ("email\n", .noRows),
            ("\n\n\n", .noRows),
            ("email,Email\na@example.org,b@example.org\n", .severalAddressColumns),
        ])
    func refused(list: String, code: ListError.Code) throws {
        let bench = try Workbench()
        let path = try bench.list(list)
        let error = #expect(throws: ListError.self) { try bench.vet(path) }
        #expect(error?.code == code)
        #expect(ScratchFolder.files(in: bench.path("out")).isEmpty)
    }

    @Test("a column can be named, by name or by number")
    func column() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        let list = try bench.list("contact point,who\nada@example.org,Ada\n")
        #expect(try bench.vet(list, column: "Contact Point").result.tally.accepted == 1)
        #expect(try bench.vet(list, column: "1").result.tally.accepted == 1)
        let error = #expect(throws: ListError.self) { try bench.vet(list, column: "contact pint") }
        #expect(error?.message.contains("Did you mean") == true)
    }

    @Test("an output never replaces the list itself")
    func outputIsInput() throws {
        let bench = try Workbench()
        let list = try bench.list("email\nada@example.org\n")
        try Workbench.link(bench.path("out/list.accepted.csv"), to: list)
        let error = #expect(throws: GateError.self) { try bench.vet(list) }
        #expect(error?.code == .outputIsInput)
    }

    @Test("evidence that was changed in the vault keeps its contact out")
    func changedEvidence() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        try Workbench.flipEvidence(in: bench.scratch.home)
        let outcome = try bench.vet(try bench.list("email\nada@example.org\n"))
        #expect(outcome.rules == [1: "L05"])
    }
}
