import CanonicalJSON
import Consent
import Ledger
import MerkleLog
import Policies
import Rights
import TestSupport
import Testing

@Suite("Receipts in plain words")
struct ConsentReceiptTests {
    let folder: RightsFolder

    init() throws { folder = try RightsFolder() }

    private func page(_ rid: RecordID, _ language: Language = .english) throws -> String {
        try ConsentReceipt(of: rid, in: folder.ledger).page(Words.of(language))
    }

    @Test("say who mails, what was agreed to, how to stop it, how long and who else, and where to complain")
    func isWhole() throws {
        let page = try page(folder.scratch.optIn("ada@example.org", source: "the spring <fair>").rid)
        for text in [
            "you agreed to get mail from Example GmbH", "ada@example.org", "1 High Street, 10115 Berlin",
            "Yes, send me", "href=\"https://example.com/stop\"", "mailto:privacy@example.com", "3 years",
            "Mailer Inc, US", "DE, IE", "Berliner Beauftragte", "Art. 77 GDPR", "the spring &lt;fair&gt;",
            "a form on a site", folder.ledger.verifierKey.text,
        ] { #expect(page.contains(text), "\(text)") }
    }

    @Test("are written in German, too")
    func inGerman() throws {
        let page = try page(folder.scratch.optIn("ada@example.org").rid, .german)
        #expect(page.contains("<html lang=\"de\">"))
        #expect(page.contains("haben Sie eingewilligt, Post von Example GmbH zu bekommen"))
        #expect(!page.contains("you "))
    }

    @Test("carry a proof that holds as it stands on the page")
    func proofHolds() throws {
        let rid = try folder.scratch.optIn("ada@example.org").rid
        let page = try page(rid)
        let start = try #require(page.firstRange(of: TransparencyProof.header))
        let end = try #require(page[start.lowerBound...].firstRange(of: "</div>"))
        let text = page[start.lowerBound..<end.lowerBound].replacing("&#39;", with: "'").replacing(
            "&amp;", with: "&")
        let proof = try TransparencyProof(parsing: Array(text.utf8))
        let given = try folder.ledger.receipt(of: rid)
        #expect(proof.serialized == given.serialized)
    }

    @Test(
        "say of a stop what became of the consent",
        arguments: [
            (EventKind.withdrawn, "You took your consent back."), (.refused, "and you said no"),
            (.objected, "You objected to advertising."),
        ])
    func stops(kind: EventKind, text: String) throws {
        let given = try folder.scratch.optIn("ada@example.org")
        folder.scratch.clock.advance(by: 60)
        let page = try page(folder.scratch.stop(kind, "ada@example.org").rid)
        #expect(page.contains(text))
        #expect(page.contains("Yes, send me"))
        #expect(page.contains(given.rid.description))
    }

    @Test("are the same for programs, with the record whose place they take")
    func asJSON() throws {
        let first = try folder.scratch.optIn("ada@example.org")
        folder.scratch.clock.advance(by: 60)
        let stop = try folder.scratch.stop(.withdrawn, "ada@example.org")
        let json = try ConsentReceipt(of: stop.rid, in: folder.ledger).json()
        #expect(json["type"] == "withdrawn")
        #expect(json["prev"]?.text == first.rid.description)
        #expect(json["wording"]?["text"]?.text?.hasPrefix("Yes, send me") == true)
        #expect(json["withdrawal"]?["at"]?.items?.count == 2)
        #expect(json["recipients"] == ["Mailer Inc, US", "Print GmbH, DE"])
        #expect(json["proof"]?.text?.hasPrefix(TransparencyProof.header) == true)
    }

    @Test("that nobody else gets the data is told, and that nobody said so, too")
    func recipients() throws {
        let rid = try folder.scratch.optIn("ada@example.org").rid
        try folder.ledger.declare(["notice.recipients": "none"], for: .newsletter)
        #expect(try page(rid).contains("Nobody but the controller."))
        try folder.ledger.declare(["notice.recipients": ""], for: .newsletter)
        #expect(try page(rid).contains("is not declared in this ledger"))
    }

    @Test("are refused where nobody told how the controller is reached or how long data are kept")
    func refuses() throws {
        let bare = try RightsFolder(isTold: false)
        let rid = try bare.scratch.optIn("ada@example.org").rid
        for form in [true, false] {
            let error = RightsFolder.error {
                let receipt = try ConsentReceipt(of: rid, in: bare.ledger)
                _ = try form ? receipt.page(Words.of(.english)) : receipt.json().pretty
            }
            #expect(error?.code == .untold)
            #expect(error?.hint.contains("--contact-email") == true)
            #expect(error?.hint.contains("notice.retention") == true)
        }
    }

    @Test("are not made of what tells of no consent")
    func unfit() throws {
        let bounce = try folder.scratch.stop(.bounced, "ada@example.org")
        #expect(
            RightsFolder.error { _ = try ConsentReceipt(of: bounce.rid, in: folder.ledger) }?.code == .unfit)
        let open = try #require(try folder.ledger.openRecords(.wordingPublished).first)
        #expect(
            RightsFolder.error { _ = try ConsentReceipt(of: open.rid, in: folder.ledger) }?.code == .unfit)
        #expect(throws: LedgerError.self) {
            try ConsentReceipt(
                of: try #require(RecordID(bytes: [UInt8](repeating: 0, count: 16))), in: folder.ledger)
        }
    }
}
