import CanonicalJSON
import Consent
import Gate
import HandOver
import Ledger
import TestSupport
import Testing

@Suite("Accepted contacts for a tool")
struct HandOverTests {
    private func request(_ bench: Workbench, _ list: String, to id: String, policy: String? = nil) throws
        -> VettingRequest
    {
        var request = try bench.request(try bench.list(list), policy: policy)
        request.tool = try ToolCatalogue.shipped.tool(id)
        return request
    }

    private func handedOver(_ bench: Workbench, _ outcome: Workbench.Outcome) throws -> String {
        let path = try #require(outcome.result.outputs?.handOver)
        return String(decoding: try bench.read(path), as: UTF8.self)
    }

    @Test("hold address and name alone, and only of those who passed")
    func nothingElse() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        let list = """
            Vorname;Nachname;E-Mail;Telefon;Notizen;LinkedIn
            Ada;Lovelace;ADA@example.org;+49 30 1;secret;https://www.linkedin.com/company/x
            Ben;Okri;ben@example.org;;secret;

            """
        let outcome = try bench.vet(try request(bench, list, to: "mautic"))
        #expect(try handedOver(bench, outcome) == "email,firstname,lastname\nada@example.org,Ada,Lovelace\n")
        #expect(outcome.result.outputs?.handOver?.hasSuffix("/list.mautic.csv") == true)
        #expect(outcome.result.handOver?.tally.contacts == 1)
        #expect(outcome.report.contains("Hand this file to Mautic"))
        #expect(!outcome.report.contains("ada@example.org"))
    }

    @Test("stand in the certificate; without a tool it says nothing of one", arguments: ["listmonk", nil])
    func certificate(id: String?) throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        var asked = try bench.request(try bench.list("email\nada@example.org\n"))
        asked.tool = try id.map { try ToolCatalogue.shipped.tool($0) }
        let outcome = try bench.vet(asked)
        let paths = try #require(outcome.result.outputs)
        let certificate = try CertificateFile(parsing: try bench.read(paths.certificate))
        let output = certificate.record["outputs"]?["handOver"]
        #expect((output == nil) == (id == nil))
        #expect(certificate.names["handOver"] == (id == nil ? nil : "list.listmonk.csv"))
        #expect(certificate.record["tool"]?.text == id)
        if let path = paths.handOver {
            #expect(output?["bytes"]?.number == Int64(try bench.read(path).count))
        }
    }

    @Test("an address stands there once, though the policy lets its row pass twice")
    func once() throws {
        let bench = try Workbench()
        let list = "email,name\nada@example.org,Ada\nAda@Example.org,Ada L\nben@example.org,Ben\n"
        let outcome = try bench.vet(try request(bench, list, to: "ghost", policy: "linkedin-only"))
        #expect(outcome.result.tally.accepted == 3)
        #expect(try handedOver(bench, outcome) == "email,name\nada@example.org,Ada\nben@example.org,Ben\n")
    }

    @Test("a no in a later row takes the contact out again")
    func contradiction() throws {
        let bench = try Workbench()
        let list = "email,source\nada@example.org,\nben@example.org,\nada@example.org,LinkedIn\n"
        let outcome = try bench.vet(try request(bench, list, to: "mailman", policy: "linkedin-only"))
        #expect(try handedOver(bench, outcome) == "ben@example.org\n")
        #expect(outcome.result.handOver?.tally.contacts == 1)
    }

    @Test("never take the place of the list itself")
    func outputIsInput() throws {
        let bench = try Workbench()
        let request = try request(bench, "email\nada@example.org\n", to: "listmonk")
        try Workbench.link(bench.path("out/list.listmonk.csv"), to: request.list)
        let error = #expect(throws: GateError.self) { try bench.vet(request) }
        #expect(error?.code == .outputIsInput)
    }

    @Test("leave nothing behind when the list breaks off")
    func nothingLeft() throws {
        let bench = try Workbench()
        // A NUL within a cell is no text, and stands behind what is looked at first.
        let rows = String(repeating: "ada@example.org,Ada\n", count: 60_000)
        let request = try request(
            bench, "email,name\n\(rows)ben@example.org,B\u{0}en\n", to: "listmonk")
        #expect(throws: (any Error).self) { try bench.vet(request) }
        #expect(ScratchFolder.files(in: bench.path("out")).isEmpty)
    }

    @Test("more of them than the tool takes at once are noted")
    func tooMany() throws {
        let bench = try Workbench()
        let rows = (0...10_000).map { "person\($0)@example.org\n" }.joined()
        let outcome = try bench.vet(
            try request(bench, "email\n" + rows, to: "beehiiv", policy: "linkedin-only"))
        let warning = outcome.result.warnings.first { $0.code == "handover-contacts" }
        #expect(warning?.count == 10_001)
    }
}
