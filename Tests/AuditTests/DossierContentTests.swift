import Audit
import CanonicalJSON
import Consent
import Cryptography
import Files
import Foundation
import Ledger
import TestSupport
import Testing

@Suite("What a dossier of a person tells")
struct DossierContentTests {
    let scratch: ScratchLedger
    let ada: EmailAddress

    /// A person who asked to join and confirmed, asked for her data, objected, and stood in a vetted list.
    init() throws {
        scratch = try ScratchLedger()
        ada = try EmailAddress(parsing: "ada@example.org")
        let ledger = scratch.ledger
        try scratch.stop(.requested, "ada@example.org")
        scratch.clock.advance(by: 120)
        var yes = SubjectAct(.given, address: ada, purpose: .newsletter)
        yes.occurredAt = scratch.clock.now
        yes.method = .doubleOptIn
        yes.wording = WordingReference(parsing: "newsletter@1")
        yes.evidence = [.init(bytes: [0x89, 0x50], kind: "png", keeping: .sealed)]
        yes.told = ["expiresAt": "2028-01-01T00:00:00Z"]
        _ = try ledger.record(yes)
        var claim = SubjectAct(.given, address: ada, purpose: .newsletter)
        var mark = ImportMark(
            system: "shop", file: try #require(ContentDigest(hex: String(repeating: "a", count: 64))), row: 3)
        mark.timeRemarks = ["day"]
        claim.imported = mark
        claim.occurredAt = scratch.clock.now.advanced(by: -86_400)
        _ = try ledger.record(claim)
        var touched = try ledger.touchedSubjects()
        try touched.note(ledger.lookupKey(of: ada), row: 5, verdict: .accept, rules: ["W01"])
        _ = try ledger.append(
            vetting: [
                .init("purpose", "newsletter"), .init("rows", 9), .init("tool", "listmonk"),
                .init("policy", ["id": "gdpr", "sha256": .string(String(repeating: "b", count: 64))]),
                .init("list", ["sha256": .string(String(repeating: "c", count: 64))]),
            ], touching: touched)
        try ledger.declare(["sending.processorContract": "true"], for: .newsletter)
        try scratch.stop(.requestOpened, "ada@example.org", reason: "what do you know of me?")
        scratch.clock.advance(by: 40 * 86_400)
        try scratch.stop(.objected, "ada@example.org")
    }

    private func dossier() throws -> SubjectDossier {
        var notes = DossierNotes()
        notes.caseText = "Complaint <7>"
        notes.policy = .init(
            id: "gdpr", sha256: String(repeating: "b", count: 64), source: "shipped", adoptedAt: nil)
        notes.verdicts[.newsletter] = .init(.reject, rule: "D01")
        notes.rules["D01"] = .init(slug: "withdrawn", reason: "They stopped.", law: "Art. 7(3) GDPR")
        return try SubjectDossier(of: ada, in: scratch.ledger, notes: notes)
    }

    @Test("is the yes with its double opt-in, its end, and where the address came from")
    func consents() throws {
        let consents = try #require(try dossier().json["consents"]?.items)
        #expect(consents.count == 2)
        let first = consents.first
        #expect(first?["confirmation"]?["requestIndex"] != nil)
        #expect(first?["confirmation"]?["words"]?.text?.contains("double opt-in") == true)
        #expect(first?["expiresAt"] == "2028-01-01T00:00:00Z")
        #expect(first?["isStanding"] == false)
        #expect(first?["origin"]?.text?.contains("directly") == true)
        #expect(first?["notice"]?.items?.first?["answer"]?.text?.hasPrefix("Art. 13") == true)
        #expect(consents.last?["notice"]?.items?.first?["answer"]?.text?.hasPrefix("Art. 14") == true)
    }

    @Test("is what happened around it: lists, recipients, requests that are overdue, the do-not-mail list")
    func account() throws {
        let json = try dossier().json
        #expect(json["vettings"]?.items?.first?["row"] == 5)
        #expect(json["recipients"]?.items?.first?["name"] == "listmonk")
        #expect(json["requests"]?.items?.first?["isOverdue"] == true)
        #expect(json["suppressions"]?.items?.first?["reason"] == "objected")
        #expect(json["declarations"]?.items?.first?["name"] == "sending.processorContract")
        #expect(json["states"]?.items?.first?["verdict"]?["rule"] == "D01")
        #expect(json["retention"]?.items?.isEmpty == false)
    }

    @Test(
        "is what is missing, named plainly",
        arguments: [
            "no-wording", "no-evidence", "inexact-time", "imported", "not-confirmed", "no-country",
            "no-sendings", "no-valid-from",
        ])
    func gaps(code: String) throws {
        #expect(try dossier().json["gaps"]?.items?.contains { $0["code"]?.text == code } == true)
    }

    @Test("is a page with the picture that was kept, its headings in order and its words explained")
    func page() throws {
        let page = try dossier().page()
        #expect(page.contains("<img src=\"evidence/"))
        #expect(page.contains("Complaint &lt;7&gt;"))
        #expect(page.contains("img-src 'self'"))
        #expect(page.contains("OVERDUE"))
        #expect(page.contains("D01 withdrawn"))
        let levels = page.split(separator: "<h").dropFirst().compactMap { $0.first?.wholeNumberValue }
        #expect(levels.first == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        #expect(!page.contains("<th>"))
        for word in ["Checkpoint", "Keyed look-up", "Double opt-in", "Grade of evidence"] {
            #expect(page.contains("<dt>\(word)"), "\(word)")
        }
    }

    @Test("fits the schema that lies beside it", .enabled(if: PythonSchema.isThere, PythonSchema.absence))
    func schema() throws {
        let out = scratch.folder.path("dossier")
        try dossier().write(to: out, from: scratch.ledger)
        #expect(try Verification.of(out).findings == [])
        #expect(PythonSchema.problems(of: out) == "")
        let empty = scratch.folder.path("empty")
        try SubjectDossier(of: try EmailAddress(parsing: "eve@example.com"), in: scratch.ledger)
            .write(to: empty, from: scratch.ledger)
        #expect(PythonSchema.problems(of: empty) == "")
        let mixed = try MixedLedger()
        let list = mixed.scratch.folder.path("list")
        try ListDossier(run: mixed.run.rid.description, in: mixed.ledger).write(
            to: .folder(list), from: mixed.ledger)
        #expect(PythonSchema.problems(of: list) == "")
    }
}

/// Validates a dossier with Python's jsonschema, which other people wrote.
enum PythonSchema {
    static let absence: Comment = "Python has no module jsonschema here; the schemas were not tried"

    static let isThere = run(["-c", "import jsonschema; jsonschema.Draft202012Validator"]).status == 0

    /// What does not fit; empty where everything does.
    static func problems(of folder: String) -> String {
        let program = """
            import json, sys, jsonschema
            schema = json.load(open(sys.argv[1] + "/dossier.schema.json"))
            jsonschema.Draft202012Validator.check_schema(schema)
            for e in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[1] + "/dossier.json"))):
                print("/".join(map(str, e.absolute_path)), e.message[:200])
            """
        let outcome = run(["-c", program, folder])
        return outcome.status == 0 ? outcome.output : "python failed: \(outcome.output)"
    }

    private static func run(_ arguments: [String]) -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = pipe
        process.standardError = pipe
        guard (try? process.run()) != nil else { return (127, "") }
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
