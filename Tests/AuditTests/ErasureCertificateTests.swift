import Audit
import CanonicalJSON
import Consent
import Foundation
import Ledger
import MerkleLog
import TestSupport
import Testing

@Suite("The certificate of an erasure")
struct ErasureCertificateTests {
    let scratch: ScratchLedger
    let ada: EmailAddress

    init() throws {
        scratch = try ScratchLedger()
        ada = try EmailAddress(parsing: "ada@example.org")
        try scratch.optIn("bob@example.org")
    }

    private func certificate(_ hold: Hold? = nil) throws -> ErasureCertificate {
        let erasure = try scratch.ledger.erase([ada], holding: hold)
        return try ErasureCertificate(
            of: erasure.tombstone, hold: hold, daysOfBackups: 30, in: scratch.ledger)
    }

    private func verify(_ bytes: [UInt8]) throws -> Verification {
        try Verification.of(try scratch.folder.write("erasure.json", bytes))
    }

    @Test("holds by its own file, and says what went, what stays and when backups are clear")
    func holds() throws {
        try scratch.optIn("ada@example.org")
        let certificate = try certificate(
            Hold(until: scratch.clock.now.advanced(byMonths: 36), basis: .legalClaims))
        let result = try verify(certificate.bytes)
        #expect(result.holds && result.subject == .erasure, "\(result.text)")
        let text = certificate.sentences.joined(separator: "\n")
        for words in ["2026-11-01", "Example GmbH", "2026-12-01", "2029-11-01", "17(3)(e)", "public log"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test("reads the same for somebody unknown, and has no address")
    func unknown() throws {
        // In a ledger of its own: whoever was erased once is not recorded again.
        let unknown = try ErasureCertificateTests().certificate()
        try scratch.optIn("ada@example.org")
        let known = try certificate()
        #expect(known.sentences == unknown.sentences)
        for certificate in [known, unknown] {
            let text = String(decoding: certificate.bytes, as: UTF8.self)
            #expect(!text.contains("ada@") && !text.contains("example.org"))
        }
    }

    @Test(
        "is refused once a sentence, a day or the receipt was changed",
        arguments: [
            ("gone on 2026-12-01", "gone on 2026-11-02"), ("erased what", "never erased what"),
            ("\"controller\": \"Example", "\"controller\": \"Other"),
            ("\"erasedOn\": \"2026-11-01\"", "\"erasedOn\": \"2026-10-01\""), ("index ", "index 1"),
            ("consentgate-erasure/v1", "consentgate-erasure/v2"),
        ])
    func changed(part: String, other: String) throws {
        let text = String(decoding: try certificate().bytes, as: UTF8.self)
        let changed = text.replacing(part, with: other)
        #expect(changed != text)
        do {
            #expect(try !verify(Array(changed.utf8)).holds)
        } catch let error as AuditError {
            #expect(error.code == .unrecognised)
        }
    }

    @Test("the receipt of another record is none")
    func otherRecord() throws {
        let text = String(decoding: try certificate().bytes, as: UTF8.self)
        let json = try JSONValue(reading: Array(text.utf8))
        let wording = try #require(try scratch.ledger.openRecords(.wordingPublished).first)
        let other = try scratch.ledger.receipt(of: wording.rid).serialized
        let escaped = JSONValue.string(try #require(json["receipt"]?.text)).canonical
        let changed = text.replacing(escaped, with: JSONValue.string(other).canonical)
        #expect(changed != text)
        let result = try verify(Array(changed.utf8))
        #expect(result.findings.map(\.problem) == ["its receipt is not that of a tombstone"])
        #expect(throws: AuditError.self) {
            try ErasureCertificate(of: wording.rid, hold: nil, daysOfBackups: 1, in: scratch.ledger)
        }
    }

    // MARK: What else speaks of it

    @Test("the dossier of an erased person says that nothing is recorded, and why they are not mailed")
    func dossier() throws {
        try scratch.optIn("ada@example.org")
        _ = try certificate()
        let dossier = try SubjectDossier(of: ada, in: scratch.ledger)
        #expect(dossier.isEmpty)
        #expect(try dossier.page().contains("on the do-not-mail list because of an"))
        #expect(dossier.json["suppressions"]?.items?.first?["reason"]?.text == "erased")
        let folder = scratch.folder.path("dossier")
        try dossier.write(to: folder, from: scratch.ledger)
        #expect(try Verification.of(folder).holds)
    }

    @Test("the trail shows the tombstone among the others' records, also for a part of its day")
    func trail() throws {
        try scratch.optIn("ada@example.org")
        _ = try certificate()
        var text = ""
        try LedgerTrail(of: scratch.ledger).write(as: .text) { text += $0 }
        #expect(text.contains("subjects-erased  entries 3 (time to the day)"))
        #expect(text.contains("b•••@example.org") && !text.contains("a•••"))
        var late = ""
        try LedgerTrail(of: scratch.ledger, since: scratch.clock.now).write(as: .text) { late += $0 }
        #expect(late.contains("subjects-erased"))
    }

    @Test("an export of the log before it grows into one after it, and both verify")
    func export() throws {
        try scratch.optIn("ada@example.org")
        let folder = scratch.folder.path("log")
        try LogExport.write(scratch.ledger, to: folder)
        _ = try certificate()
        try LogExport.write(scratch.ledger, to: folder)
        #expect(try Verification.of(folder).holds)
        #expect(try Verification.ledger(scratch.ledger).holds)
    }
}
