import Consent
import Ledger
import MerkleLog
import Testing

@Suite("A clock that was wrong")
struct ClockTests {
    let folder: LedgerFolder
    let ledger: Ledger

    /// An entry of a year ahead, and after it, from entry 3 on, entries of the right time.
    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
        folder.clock.advance(365 * 86_400)
        _ = try ledger.record(.sample(.refused))
        folder.clock.advance(-365 * 86_400)
        _ = try ledger.record(.sample(.refused, "bob@example.org"))
    }

    @Test("is found until somebody says why, and told with the reason from then on")
    func isExplained() throws {
        let found = try ledger.examine()
        #expect(found.findings.map(\.place) == ["entry 3"])
        #expect(found.findings.first?.problem.contains("consentgate log explain 3") == true)
        let record = try ledger.explainClock(at: 3, reason: "a year ahead after the power cut")
        let now = try ledger.examine()
        #expect(now.findings == [])
        #expect(now.remarks.map(\.place) == ["entry 3"])
        #expect(
            now.remarks.first?.problem.hasSuffix(
                "the controller explained on 2026-10-02: a year ahead after the power cut") == true)
        #expect(record.index == ledger.checkpoint.checkpoint.size - 1, "it stands in the log for good")
    }

    @Test("is explained once, and only where it was wrong")
    func refuses() throws {
        #expect(ledgerError { try ledger.explainClock(at: 2, reason: "why") }?.code == .invalidExplanation)
        #expect(ledgerError { try ledger.explainClock(at: .max, reason: "why") }?.code == .invalidExplanation)
        try ledger.explainClock(at: 3, reason: "why")
        #expect(ledgerError { try ledger.explainClock(at: 3, reason: "why") }?.code == .invalidExplanation)
    }

    @Test(
        "is explained without addresses, blanks and line breaks",
        arguments: ["", "ask ada@example.org", "a\nb"])
    func refusesReason(reason: String) {
        #expect(ledgerError { try ledger.explainClock(at: 3, reason: reason) }?.code == .invalidFact)
    }

    @Test("and is wrong once more is found once more")
    func again() throws {
        try ledger.explainClock(at: 3, reason: "why")
        folder.clock.advance(-30 * 86_400)
        _ = try ledger.record(.sample(.refused, "cy@example.org"))
        #expect(try ledger.examine().findings.map(\.place) == ["entry 5"])
    }
}
