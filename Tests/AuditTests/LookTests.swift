import Audit
import CanonicalJSON
import Consent
import Ledger
import TestSupport
import Testing

@Suite("A look into a dossier")
struct LookTests {
    private let scratch: ScratchLedger
    private let ada: EmailAddress

    init() throws {
        scratch = try ScratchLedger()
        ada = try EmailAddress(parsing: "ada@example.org")
    }

    private func look(_ name: String, for caseText: String?) throws -> SubjectDossier {
        var notes = DossierNotes()
        notes.caseText = caseText
        let dossier = try SubjectDossier(of: ada, in: scratch.ledger, notes: notes)
        try dossier.handOver(to: .folder(scratch.folder.path(name)), from: scratch.ledger)
        return dossier
    }

    @Test("is recorded with what it was for, and told by the next one")
    func isRecorded() throws {
        try scratch.optIn("ada@example.org")
        let first = try look("one", for: "case 7")
        #expect(first.json["events"]?.items?.count == 1)
        let record = try #require(try scratch.ledger.history(of: ada).last)
        #expect(record.event.kind == .dossierMade && record.reason == "case 7")
        #expect(record.told["dossier"] == first.json["id"]?.text)
        let second = try look("two", for: nil)
        #expect(second.json["events"]?.items?.last?["record"]?["type"]?.text == "dossier-made")
        #expect(try scratch.ledger.standing(of: ada, for: .newsletter).state == .given, "it changes nothing")
        #expect(try Verification.of(scratch.folder.path("two")).findings == [])
        #expect(try scratch.ledger.examine().findings == [])
    }

    @Test("makes no first record of somebody who is unknown, or who was erased")
    func unknown() throws {
        let size = try scratch.ledger.history(of: ada).count
        _ = try look("one", for: "case 7")
        #expect(try scratch.ledger.history(of: ada).count == size)
        try scratch.optIn("ada@example.org")
        _ = try scratch.ledger.erase([ada])
        _ = try look("two", for: "case 7")
        #expect(try scratch.ledger.history(of: ada).isEmpty)
    }

    @Test("does not make the same stop another one")
    func stopStaysKnown() throws {
        try scratch.optIn("ada@example.org")
        let stop = SubjectAct(.withdrawn, address: ada, purpose: .newsletter)
        _ = try scratch.ledger.record(stop)
        _ = try look("one", for: nil)
        #expect(try scratch.ledger.record(stop).wasKnown)
    }
}
