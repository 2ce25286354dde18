import Audit
import CanonicalJSON
import Consent
import Files
import Foundation
import Ledger
import TestSupport
import Testing

@Suite("Dossiers")
struct SubjectDossierTests {
    let mixed: MixedLedger
    let out: String

    init() throws {
        mixed = try MixedLedger()
        out = mixed.scratch.folder.path("dossier")
        try SubjectDossier(of: mixed.ada, in: mixed.ledger).write(to: out, from: mixed.ledger)
    }

    private func data() throws -> JSONValue {
        try JSONValue(reading: try InputFile.contents(of: Path.join(out, "dossier.json")))
    }

    @Test("hold every event, receipts, evidence, wording and what is needed to check them")
    func isComplete() throws {
        let files = ScratchFolder.files(in: out)
        #expect(files.filter { $0.hasPrefix("receipts/") }.count == 4)
        #expect(files.filter { $0.hasPrefix("evidence/") }.count == 1)
        for name in ["SHA256SUMS", "VERIFY.md", "checkpoint", "dossier.html", "dossier.json", "vkey"] {
            #expect(files.contains(name))
        }
        let json = try data()
        #expect(json["format"] == "consentgate-subject-dossier/v1")
        #expect(
            json["events"]?.items?.map { $0["record"]?["type"]?.text } == ["given", "withdrawn", "given"])
        #expect(json["states"]?.items?.first?["state"] == "given")
        #expect(json["states"]?.items?.first?["isReturn"] == true)
        let evidence = json["events"]?.items?.compactMap {
            $0["evidence"]?.items?.first?["conditionNow"]?.text
        }
        #expect(evidence == ["intact", "hash-only"])
        #expect(
            json["wordings"]?.items?.first?["record"]?["wording"]?["text"]?.text?.hasPrefix("Yes, send me")
                == true)
    }

    @Test("are for their owner's eyes alone")
    func isPrivate() {
        #expect(PrivateFile.permissions(out) == 0o700)
        for name in ScratchFolder.files(in: out) {
            #expect(PrivateFile.permissions(Path.join(out, name)) == 0o600)
        }
    }

    @Test("tell a person's own words without letting them become markup")
    func escapes() throws {
        let page = String(decoding: try InputFile.contents(of: Path.join(out, "dossier.html")), as: UTF8.self)
        #expect(page.contains("too &lt;many&gt; mails") && !page.contains("<many>"))
        #expect(page.contains("lifts that stop"))
        #expect(page.contains("only the digest was recorded"))
    }

    @Test("hold by themselves, with and without the controller's key")
    func hold() throws {
        let result = try Verification.of(out, key: mixed.ledger.verifierKey)
        #expect(result.findings == [])
        #expect(result.subject == .dossier)
        #expect(result.counts.map(\.number) == [4, 1])
        #expect(try Verification.of(Path.join(out, "dossier.json")).holds)
        let foreign = try ScratchLedger(seed: 5, publishing: false)
        #expect(!(try Verification.of(out, key: foreign.ledger.verifierKey).holds))
    }

    @Test("betray every changed byte, and in which file")
    func betraysEveryByte() throws {
        for name in ScratchFolder.files(in: out) {
            let path = Path.join(out, name)
            let original = try InputFile.contents(of: path)
            for place in Tampering.places(in: original, about: 9) {
                try Data(Tampering.flip(original, at: place)).write(to: URL(fileURLWithPath: path))
                let findings = (try? Verification.of(out))?.findings ?? []
                #expect(
                    findings.contains { "\($0.place) \($0.problem)".contains(name) }, "\(name) at \(place)")
            }
            try Data(original).write(to: URL(fileURLWithPath: path))
        }
        #expect(try Verification.of(out).holds)
    }

    @Test("betray a record that was told otherwise, even with new sums")
    func betraysRetelling() throws {
        let path = Path.join(out, "dossier.json")
        let text = String(decoding: try InputFile.contents(of: path), as: UTF8.self)
        let changed = text.replacing("\"too <many> mails\"", with: "\"no reason\"")
        #expect(changed != text)
        try Data(changed.utf8).write(to: URL(fileURLWithPath: path))
        let result = try Verification.of(out)
        #expect(
            result.findings.contains {
                $0.place == "dossier.json" && $0.problem.contains("its receipt proves")
            })
    }

    @Test("say so where nothing is recorded")
    func sayNothing() throws {
        let stranger = try SubjectDossier(of: try EmailAddress(parsing: "eve@example.com"), in: mixed.ledger)
        #expect(stranger.isEmpty)
        let place = mixed.scratch.folder.path("stranger")
        try stranger.write(to: place, from: mixed.ledger)
        #expect(try Verification.of(place).holds)
        let page = String(
            decoding: try InputFile.contents(of: Path.join(place, "dossier.html")), as: UTF8.self)
        #expect(page.contains("Nothing is recorded about this address."))
    }

    @Test("write over nothing, and leave nothing half-written")
    func refusesOccupied() throws {
        let dossier = try SubjectDossier(of: mixed.ada, in: mixed.ledger)
        #expect(throws: AuditError.self) { try dossier.write(to: out, from: mixed.ledger) }
        #expect(try Verification.of(out).holds)
        let names = try Folder.names(in: mixed.scratch.folder.path)
        #expect(names == ["dossier", "home"])
        let empty = mixed.scratch.folder.path("empty")
        try Folder.make(empty)
        try dossier.write(to: empty, from: mixed.ledger)
        #expect(try Verification.of(empty).holds)
    }
}
