import Consent
import Ledger
import MerkleLog
import Testing

@Suite("Publishing wordings")
struct PublicationTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.open()
    }

    private func publish(_ text: String) throws -> (reference: String, isNew: Bool) {
        let (wording, isNew) = try ledger.publish(WordingFile(parsing: Array(text.utf8), name: "news.md"))
        return (wording.reference.description, isNew)
    }

    @Test("the same file keeps its version, a changed one gets the next")
    func versions() throws {
        let changed = WordingFile.example.replacing("monthly", with: "weekly")
        #expect(try publish(WordingFile.example) == ("newsletter@1", true))
        #expect(try publish(WordingFile.example) == ("newsletter@1", false))
        #expect(try publish(changed) == ("newsletter@2", true))
        #expect(try publish(WordingFile.example) == ("newsletter@1", false))
        #expect(ledger.wordings.map(\.reference.description) == ["newsletter@1", "newsletter@2"])
        #expect(ledger.checkpoint.checkpoint.size == 2)
    }

    @Test("all that the file says comes back after the ledger was opened again")
    func roundTrip() throws {
        let text = WordingFile.example
            .replacing("language: en", with: "language: de-AT")
            .replacing(
                "bundled: false",
                with:
                    "bundled: yes\nconditional: true\nchannels: [email, sms]\nvalid from: 2026-01-01T00:00:00+01:00"
            )
            .replacing("Yes, send me", with: "\nJa, „gern“ – \u{1F600}\n\nYes, send me")
        _ = try publish(text)
        let wording = try #require(try folder.open(create: false).wordings.first)
        #expect(wording == ledger.wordings.first)
        #expect(wording.language == "de-AT")
        #expect(wording.channels == [.email, .sms])
        #expect(wording.validFrom == at("2025-12-31T23:00:00Z"))
        #expect(wording.checklist.bundled && wording.checklist.conditional && !wording.checklist.preTicked)
        #expect(wording.text.hasPrefix("Ja, „gern“ – \u{1F600}\n\nYes"))
    }

    @Test("a wording makes its purposes known")
    func purposes() throws {
        #expect(ledger.purposes.map(\.id) == ["newsletter"])
        _ = try ledger.publish(LedgerFolder.wording("offers", purposes: ["partner-offers", "events"]))
        #expect(ledger.purposes.map(\.id) == ["events", "newsletter", "partner-offers"])
        #expect(try ledger.record(.sample(for: #require(Purpose("events")))).index == 1)
    }

    @Test("another process's wording is taken in before a version is counted")
    func otherProcess() throws {
        let other = try folder.open(create: false)
        _ = try publish(WordingFile.example)
        let changed = WordingFile.example.replacing("monthly", with: "weekly")
        let (wording, _) = try other.publish(WordingFile(parsing: Array(changed.utf8), name: "news.md"))
        #expect(wording.reference.version == 2)
    }
}
