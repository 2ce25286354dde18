import Audit
import CanonicalJSON
import Consent
import Containers
import Cryptography
import Files
import Foundation
import Ledger
import TestSupport
import Testing

@Suite("Dossiers of lists")
struct ListDossierTests {
    let scratch: ScratchLedger
    let run: OpenRecord
    let out: String
    private static let policy = "policy: example\n"
    private static let accepted = "email\np0@example.org\n"

    init() throws {
        scratch = try ScratchLedger()
        let ledger = scratch.ledger
        var touched = try ledger.touchedSubjects()
        for number in 0..<40 {
            let address = "p\(number)@example.org"
            try scratch.optIn(address, evidence: "form \(number)")
            try touched.note(
                ledger.lookupKey(of: try EmailAddress(parsing: address)), row: UInt64(number + 1),
                verdict: number == 39 ? .reject : .accept, rules: number == 39 ? ["S01"] : [])
        }
        let policy = SHA256.digest(of: Array(Self.policy.utf8)).hex
        let digest = SHA256.digest(of: Array(Self.accepted.utf8)).hex
        run = try ledger.append(
            vetting: [
                .init("purpose", "newsletter"), .init("rows", 42), .init("accepted", 41), .init("held", 0),
                .init("rejected", 1), .init("controller", "Example GmbH"),
                .init("policy", ["id": "example", "source": "file", "sha256": .string(policy)]),
                .init("list", ["sha256": .string(policy), "bytes": 5, "layout": "plain"]),
                .init("rules", ["S01": 1]), .init("origins", ["linkedin-connection": 1, "unknown": 41]),
                .init(
                    "outputs",
                    [
                        "accepted": [
                            "sha256": .string(digest), "bytes": .integer(Int64(Self.accepted.utf8.count)),
                        ]
                    ]
                ),
            ], touching: touched)
        out = scratch.folder.path("list")
        try dossier().write(to: .folder(out), from: scratch.ledger)
    }

    private func dossier() throws -> ListDossier {
        var notes = DossierNotes()
        notes.caseText = "campaign <May>"
        notes.policyFiles = [.init(name: "example.yaml", text: Self.policy)]
        notes.rules["S01"] = .init(slug: "linkedin-no-optin", reason: "No yes.", law: "Art. 6 GDPR")
        return try ListDossier(run: run.rid.description, in: scratch.ledger, notes: notes)
    }

    private func data() throws -> JSONValue {
        try JSONValue(reading: try InputFile.contents(of: Path.join(out, "dossier.json")))
    }

    @Test("draw a sample that nobody chose, and look at the evidence again")
    func sample() throws {
        let json = try data()
        let sample = json["sample"]
        #expect(sample?["population"] == 39)
        #expect(sample?["size"] == 30)
        #expect(sample?["failures"] == 0)
        let seed = SHA256.digest(of: run.record).hex
        #expect(sample?["seed"]?.text == seed)
        func draw(_ row: Int) -> String { SHA256.digest(of: Array("\(seed) \(row)".utf8)).hex }
        let drawn = (1...39).sorted { draw($0) < draw($1) }.prefix(30).sorted()
        #expect(sample?["items"]?.items?.compactMap { $0["row"]?.number } == drawn.map(Int64.init))
        #expect(sample?["items"]?.items?.allSatisfy { $0["evidence"] == ["intact"] } == true)
        let text = json.canonical
        #expect(text.contains("p•••@example.org") && !text.contains("p1@example.org"))
        #expect(json["gaps"]?.items?.contains { $0["code"] == "strangers" } == true)
    }

    @Test("have all their files, hold by themselves, and answer which file was approved")
    func holds() throws {
        let files = ScratchFolder.files(in: out)
        for name in [
            "SHA256SUMS", "VERIFY.md", "checkpoint", "dossier.html", "dossier.json", "dossier.schema.json",
            "policy/example.yaml", "vkey", "wordings/newsletter-1.md",
        ] { #expect(files.contains(name), "\(name)") }
        var result = try Verification.of(out, key: scratch.ledger.verifierKey)
        #expect(result.findings == [])
        let good = try scratch.folder.write("upload.csv", Array(Self.accepted.utf8))
        try result.compare(output: good)
        #expect(result.output?.isApproved == true && result.text.contains("YES"))
        let raw = try scratch.folder.write("raw.csv", Array(Self.policy.utf8))
        try result.compare(output: raw)
        #expect(result.output?.isApproved == false && result.output?.name == "list")
        let other = try scratch.folder.write("other.csv", [1])
        try result.compare(output: other)
        #expect(result.output?.name == nil && result.text.contains("NO, it is none"))
    }

    @Test("betray every changed byte, and in which file")
    func betraysEveryByte() throws {
        for name in ScratchFolder.files(in: out) {
            let path = Path.join(out, name)
            let original = try InputFile.contents(of: path)
            for place in Tampering.places(in: original, about: 4) {
                try Data(Tampering.flip(original, at: place)).write(to: URL(fileURLWithPath: path))
                let findings = (try? Verification.of(out))?.findings ?? []
                #expect(
                    findings.contains { "\($0.place) \($0.problem)".contains(name) }, "\(name) at \(place)")
            }
            try Data(original).write(to: URL(fileURLWithPath: path))
        }
    }

    @Test("lie in one archive just as in a folder")
    func archive() throws {
        let place = scratch.folder.path("may.zip")
        try dossier().write(to: .zip(place), from: scratch.ledger)
        #expect(PrivateFile.permissions(place) == 0o600)
        var names: [String] = []
        let bytes = try InputFile.contents(of: place)
        try ZipContents.forEachFile(of: InMemoryInput(bytes), greatest: 1 << 24) { name, content in
            names.append(name)
            _ = try scratch.folder.write(name, content)
        }
        #expect(names.sorted() == ScratchFolder.files(in: out).map { "may/" + $0 }.sorted())
        #expect(try Verification.of(scratch.folder.path("may")).holds)
        let verified = try Verification.of(place)
        #expect(verified.findings == [] && verified.path == place && verified.subject == .dossier)
        #expect(throws: AuditError.self) { try dossier().write(to: .zip(place), from: scratch.ledger) }
    }
}
