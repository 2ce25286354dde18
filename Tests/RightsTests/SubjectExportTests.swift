import CanonicalJSON
import Consent
import Database
import Files
import Ledger
import MerkleLog
import Policies
import Rights
import TestSupport
import Testing

@Suite("Copies for the person")
struct SubjectExportTests {
    let folder: RightsFolder

    init() throws { folder = try RightsFolder() }

    /// Hands a copy over, and reads it back.
    private func copy(
        _ address: EmailAddress, answering request: RecordID? = nil, _ language: Language = .english
    ) throws -> (files: [String], json: JSONValue, letter: String, page: String, place: String) {
        let place = folder.scratch.folder.path(
            "copy-\(ScratchFolder.files(in: folder.scratch.folder.path("")).count)")
        let export = try SubjectExport(
            of: address, in: folder.ledger, answering: request, language: language)
        try export.handOver(to: place, in: folder.ledger)
        func text(_ name: String) throws -> String {
            String(decoding: try InputFile.contents(of: Path.join(place, name)), as: UTF8.self)
        }
        return (
            ScratchFolder.files(in: place), try JSONValue(reading: Array(try text("export.json").utf8)),
            try text("letter.txt"), try text("letter.html"), place
        )
    }

    @Test(
        "hold every record, text, file, request and stop of the person, and record that they were handed over"
    )
    func isWhole() throws {
        try folder.scratch.optIn("ada@example.org", evidence: "<form>ada</form>", source: "the spring fair")
        folder.scratch.clock.advance(by: 60)
        try folder.scratch.stop(.objected, "ada@example.org", reason: "too many mails")
        let request = try folder.ledger.openRequest(
            .access, of: folder.ada, receivedAt: folder.scratch.clock.now)
        let copy = try copy(folder.ada, answering: request.rid)
        #expect(copy.files.filter { $0.hasPrefix("evidence/") }.count == 1)
        #expect(
            copy.json["records"]?.items?.map { $0["record"]?["type"]?.text ?? "" }
                == ["given", "objected", "request-opened"])
        #expect(copy.json["wordings"]?.items?.count == 1)
        #expect(copy.json["doNotMail"]?.items?.first?["reason"] == "objected")
        #expect(copy.json["requests"]?.items?.first?["due"] == "2026-12-01")
        #expect(copy.json["answers"]?.text == request.rid.description)
        #expect(copy.json["automatedDecisions"] == false)
        for text in [
            "the spring fair", "too many mails", "Yes, send me", "Mailer Inc, US", "3 years", "Art. 77 GDPR",
            "Berliner Beauftragte", "You asked on 2026-11-01. The answer is due on 2026-12-01.",
            "Since 2026-11-01, for newsletter: you objected", "no legal effect", "in: DE, IE",
        ] {
            // A line of the text may end within a sentence.
            #expect(copy.letter.replacing("\n", with: " ").contains(text), "\(text)")
            #expect(copy.page.contains(text), "\(text)")
        }
        let record = try #require(try folder.ledger.history(of: folder.ada).last)
        #expect(record.event.kind == .exported)
        #expect(record.told["request"] == request.rid.description)
        #expect(PrivateFile.permissions(copy.place) == 0o700)
        #expect(PrivateFile.permissions(Path.join(copy.place, "letter.html")) == 0o600)
    }

    @Test("change nothing of what holds")
    func changesNothing() throws {
        try folder.scratch.optIn("ada@example.org")
        let before = try folder.ledger.standing(of: folder.ada, for: .newsletter)
        _ = try copy(folder.ada)
        #expect(try folder.ledger.standing(of: folder.ada, for: .newsletter) == before)
        let circumstances = Circumstances(
            of: try folder.ledger.history(of: folder.ada).map(\.event), for: .newsletter)
        #expect(circumstances == .none)
    }

    @Test("leave out other people: their files, and who of the controller released a row")
    func leavesOthersOut() throws {
        try folder.scratch.optIn("ada@example.org", evidence: "ada@example.org, bea@example.org")
        try folder.scratch.optIn("bea@example.org", evidence: "ada@example.org, bea@example.org")
        let run = try folder.ledger.append(.listVetted, [.init("purpose", "newsletter")])
        let terms = ReleaseTerms(
            run: run.rid, row: 7, rules: ["H01"], role: .dpo,
            expiresAt: folder.scratch.clock.now.advanced(byMonths: 3), needsConfirmation: false)
        _ = try folder.ledger.release(
            ReleaseDraft(
                terms, by: "Dora Privacy", reason: "seen", purpose: .newsletter, addresses: [folder.ada]))
        let copy = try copy(folder.ada)
        let all = copy.letter + copy.page + copy.json.canonical
        #expect(!all.contains("Dora"))
        #expect(!all.contains("bea@"))
        #expect(copy.files.filter { $0.hasPrefix("evidence/") } == [])
        #expect(copy.json["records"]?.items?.first?["evidence"]?.items?.first?["is"] == "shared")
        // A line of the letter may end within a sentence, and the next one is set in.
        let words = copy.letter.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("ask us for your part of it"))
    }

    @Test("say so where nothing is held, and record nothing")
    func unknown() throws {
        let size = folder.ledger.checkpoint.checkpoint.size
        let nobody = try EmailAddress(parsing: "nobody@example.org")
        let copy = try copy(nobody)
        #expect(copy.json["isEmpty"] == true)
        #expect(copy.json["records"] == [])
        #expect(copy.letter.contains("There is\nnothing:"))
        #expect(copy.letter.contains("not recorded"))
        #expect(folder.ledger.checkpoint.checkpoint.size == size)
        let german = try self.copy(nobody, .german)
        #expect(german.letter.contains("Es ist nichts"))
        // What programs read has the same members for everybody.
        try folder.scratch.optIn("ada@example.org")
        let known = try self.copy(folder.ada)
        #expect(copy.json.members?.map(\.name) == known.json.members?.map(\.name))
    }

    @Test("tell of lists that were vetted, with what became of the person and why")
    func tellsOfVettings() throws {
        try folder.scratch.optIn("ada@example.org")
        #expect(try copy(folder.ada).letter.contains("You stood on no list"))
        var touched = try folder.ledger.touchedSubjects()
        try touched.note(
            folder.ledger.lookupKey(of: folder.ada), row: 7, verdict: .reject, rules: ["S01", "L03"])
        let run = try folder.ledger.append(
            vetting: [.init("purpose", "newsletter")], touching: touched)
        let copy = try copy(folder.ada)
        let vetting = copy.json["vettings"]?.items?.first
        #expect(vetting?["verdict"] == "reject")
        #expect(vetting?["rules"] == ["S01", "L03"])
        #expect(vetting?["at"]?.text == run.recordedAt.description)
        #expect(copy.letter.contains("for newsletter: not mailed: „You know this"))
        #expect(try self.copy(folder.ada, .german).letter.contains("nicht angeschrieben: „"))
    }

    @Test("tell of a registered list in which the address stands, also where nothing else is held")
    func tellsOfSources() throws {
        let digest = try #require(ContentDigest(hex: String(repeating: "5a", count: 32)))
        _ = try folder.ledger.addSource(label: "My connections, May", expiresAt: nil) { draft in
            try draft.remember([Fingerprint(.address, "eve@example.org")])
            return SourceDescription(
                digest: digest, layout: nil, origin: .linkedinConnection, rows: 1, remembered: 1,
                newestDay: nil)
        }
        let size = folder.ledger.checkpoint.checkpoint.size
        let copy = try copy(try EmailAddress(parsing: "eve+news@example.org"))
        #expect(copy.json["isEmpty"] == false)
        #expect(copy.json["registeredLists"]?.items?.first?["label"] == "My connections, May")
        #expect(
            copy.letter.replacing("\n  ", with: " ").contains(
                "registered on 2026-11-01 (My connections, May)"))
        #expect(folder.ledger.checkpoint.checkpoint.size == size)
        #expect(try self.copy(folder.ada).json["registeredLists"] == [])
    }

    @Test("answer only a request of the very person for a copy")
    func wrongRequest() throws {
        try folder.scratch.optIn("ada@example.org")
        let bea = try EmailAddress(parsing: "bea@example.org")
        let now = folder.scratch.clock.now
        let hers = try folder.ledger.openRequest(.access, of: bea, receivedAt: now)
        let erasure = try folder.ledger.openRequest(.erasure, of: folder.ada, receivedAt: now)
        for rid in [hers.rid, erasure.rid] {
            let error = RightsFolder.error {
                _ = try SubjectExport(of: folder.ada, in: folder.ledger, answering: rid)
            }
            #expect(error?.code == .otherRequest)
        }
    }

    @Test("are not written over anything, and nothing is recorded then")
    func occupied() throws {
        try folder.scratch.optIn("ada@example.org")
        let place = folder.scratch.folder.path("taken")
        try Folder.make(place)
        _ = try folder.scratch.folder.write("taken/note.txt", Array("mine".utf8))
        let size = folder.ledger.checkpoint.checkpoint.size
        let export = try SubjectExport(of: folder.ada, in: folder.ledger)
        #expect(RightsFolder.error { try export.handOver(to: place, in: folder.ledger) }?.code == .occupied)
        #expect(folder.ledger.checkpoint.checkpoint.size == size)
        #expect(ScratchFolder.files(in: place) == ["note.txt"])
    }
}
