import Audit
import CanonicalJSON
import Consent
import Cryptography
import Files
import Ledger
import MerkleLog
import TestSupport
import Testing

@Suite("What officers record, in trails and dossiers")
struct OfficersRecordsTests {
    let mixed: MixedLedger
    let adopted: AdoptedPolicy

    /// A policy as long as a whole catalogue.
    private static let longText = String(repeating: "  - when: {record.state: \"none\"}  # ä\n", count: 5500)

    init() throws {
        mixed = try MixedLedger(entries: 12)
        let scratch = mixed.scratch
        for kind: EventKind in [
            .requested, .restricted, .restrictionLifted, .restricted, .complained, .bounced, .requestOpened,
            .requestClosed, .requestOpened,
        ] {
            scratch.clock.advance(by: 60)
            try scratch.stop(kind, "ada@example.org")
        }
        var yes = SubjectAct(
            .given, address: try EmailAddress(parsing: "bea@example.org"), purpose: .newsletter)
        yes.told = ["expiresAt": "2027-01-01T00:00:00Z", "evidenceKind": "staff-statement"]
        _ = try scratch.ledger.record(yes)
        let terms = ReleaseTerms(
            run: mixed.run.rid, row: 7, rules: ["H01"], role: .dpo,
            expiresAt: scratch.clock.now.advanced(byMonths: 3), needsConfirmation: true)
        let (release, _) = try scratch.ledger.release(
            ReleaseDraft(
                terms, by: "Dora <Privacy>", reason: "seen", purpose: .newsletter, addresses: [mixed.ada]))
        _ = try scratch.ledger.confirm(release: release.rid, by: "Carl Second")
        try scratch.ledger.declare(["tool": "listmonk", "oneClick": "true"], for: .newsletter)
        try scratch.ledger.declare(["oneClick": ""], for: .newsletter)
        let digest = SHA256.digest(of: Array(Self.longText.utf8)).hex
        adopted = try scratch.ledger.adopt(
            policy: "gdpr", sha256: digest, files: [("gdpr.yaml", Self.longText), ("L.yaml", "rules: []\n")])
    }

    @Test(
        "is proven like everything else: the ledger, the exported log and the receipt of a long policy hold")
    func verifies() throws {
        let ledger = try Verification.of(mixed.scratch.home.path)
        #expect(ledger.findings == [])
        #expect(ledger.counts.map(\.number) == [27, 21, 1])
        let out = mixed.scratch.folder.path("log")
        try LogExport.write(mixed.ledger, to: out)
        #expect(try Verification.of(out, key: mixed.ledger.verifierKey).findings == [])
        let receipt = try mixed.ledger.receipt(of: adopted.rid).serialized
        #expect(receipt.utf8.count > 200_000)
        let path = try mixed.scratch.folder.write("policy.tlog-proof", Array(receipt.utf8))
        let result = try Verification.of(path, key: mixed.ledger.verifierKey)
        #expect(result.findings == [])
        #expect(result.record?["policy"]?["files"]?.items?.first?["text"]?.text == Self.longText)
    }

    @Test("stands in the trail, without names unless asked for")
    func trail() throws {
        func text(clear: Bool) throws -> String {
            var text = ""
            try LedgerTrail(of: mixed.ledger, clear: clear).write(as: .text) { text += $0 }
            return text
        }
        let plain = try text(clear: false)
        for words in [
            "restricted", "restriction-lifted", "complained", "bounced", "request-opened", "request-closed",
            "requested", "released", "release-confirmed",
            "sending-declared  newsletter  oneClick: true, tool: listmonk",
            "oneClick taken back", "policy-adopted  gdpr, sha256 \(adopted.sha256), 2 files",
        ] { #expect(plain.contains(words), "\(words)") }
        for words in ["Dora", "Carl", "staff-statement"] { #expect(!plain.contains(words)) }
        let clear = try text(clear: true)
        for words in [
            "row 7 of run", "by dpo Dora <Privacy>", "confirmed by Carl Second",
            "evidenceKind: staff-statement",
        ] {
            #expect(clear.contains(words), "\(words)")
        }
    }

    @Test("stands in the dossier of a person in plain words, and the dossier holds")
    func dossier() throws {
        let out = mixed.scratch.folder.path("dossier")
        try SubjectDossier(of: mixed.ada, in: mixed.ledger).write(to: out, from: mixed.ledger)
        #expect(try Verification.of(out, key: mixed.ledger.verifierKey).findings == [])
        let page = String(decoding: try InputFile.contents(of: Path.join(out, "dossier.html")), as: UTF8.self)
        for words in [
            "use paused", "pause lifted", "bounced", "request opened", "request answered",
            "released", "release confirmed", "by dpo Dora &lt;Privacy&gt;", "confirmed by Carl Second",
            "data is paused (Art. 18 GDPR)", "waits for an answer", "complained, last on",
            "came back for good, last on",
        ] { #expect(page.contains(words), "\(words)") }
        let json = try JSONValue(reading: InputFile.contents(of: Path.join(out, "dossier.json")))
        #expect(json["states"]?.items?.first?["circumstances"]?.items?.count == 5)

        let other = mixed.scratch.folder.path("other")
        try SubjectDossier(of: EmailAddress(parsing: "bea@example.org"), in: mixed.ledger).write(
            to: other, from: mixed.ledger)
        let told = String(
            decoding: try InputFile.contents(of: Path.join(other, "dossier.html")), as: UTF8.self)
        #expect(told.contains("Told: evidenceKind") && told.contains("staff-statement"))
    }

    @Test("alone, neither a yes nor a stop is said to be recorded")
    func alone() throws {
        try mixed.scratch.stop(.bounced, "cem@example.org")
        let out = mixed.scratch.folder.path("cem")
        try SubjectDossier(of: EmailAddress(parsing: "cem@example.org"), in: mixed.ledger).write(
            to: out, from: mixed.ledger)
        let page = String(decoding: try InputFile.contents(of: Path.join(out, "dossier.html")), as: UTF8.self)
        #expect(page.contains("Neither a yes nor a stop is recorded for this purpose."))
    }
}
