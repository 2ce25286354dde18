import Audit
import CanonicalJSON
import Consent
import Files
import Foundation
import Ledger
import TestSupport
import Testing

@Suite("Trails")
struct TrailTests {
    let mixed: MixedLedger

    init() throws { mixed = try MixedLedger() }

    private func written(_ trail: LedgerTrail, _ style: LedgerTrail.Style) throws -> String {
        var text = ""
        try trail.write(as: style) { text += $0 }
        return text
    }

    @Test("tell every record in the order of the log", arguments: LedgerTrail.Style.allCases)
    func tellsAll(style: LedgerTrail.Style) throws {
        var indices: [UInt64] = []
        try LedgerTrail(of: mixed.ledger).forEachRow { indices.append($0.index) }
        #expect(indices == Array(0..<20))
        let text = try written(LedgerTrail(of: mixed.ledger), style)
        #expect(text.contains("a•••@example.org") && !text.contains("ada@example.org"))
        #expect(!text.contains("spring fair") && !text.contains("many"))
        #expect(
            text.contains("controller-named") && text.contains("list-vetted") && text.contains("withdrawn"))
    }

    @Test("are JSON, whole or line by line")
    func isJSON() throws {
        let whole = try JSONValue(reading: Array(try written(LedgerTrail(of: mixed.ledger), .json).utf8))
        #expect(whole["format"] == "consentgate-trail/v1")
        #expect(whole["records"]?.items?.count == 20)
        let lines = try written(LedgerTrail(of: mixed.ledger), .jsonLines).split(separator: "\n")
        #expect(lines.count == 20)
        for line in lines {
            #expect(try JSONValue(reading: Array(line.utf8))["format"] == "consentgate-trail/v1")
        }
    }

    @Test("as CSV quote what must be quoted and run nothing")
    func isCSV() throws {
        let text = try written(LedgerTrail(of: mixed.ledger, clear: true), .csv)
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.count == 22 && lines.last == "")
        #expect(lines.first?.hasPrefix("index,recordedAt,occurredAt,type,purpose,subject") == true)
        #expect(text.contains(",ada@example.org,"))
        #expect(text.contains("\"'=the spring fair, \"\"hall 3\"\"\""))
    }

    @Test("end where they are told to, both ends included")
    func keepsToTimes() throws {
        var moments: [Instant] = []
        try LedgerTrail(of: mixed.ledger).forEachRow { moments.append($0.recordedAt) }
        let withdrawal = moments[3]
        var types: [String] = []
        try LedgerTrail(of: mixed.ledger, since: withdrawal, until: withdrawal).forEachRow {
            types.append($0.type)
        }
        #expect(types == ["withdrawn"])
    }

    @Test("of a list say what its certificate says, and prove it")
    func provesList() throws {
        let trail = try ListTrail(run: String(mixed.run.rid.description.prefix(6)), in: mixed.ledger)
        #expect(trail.run == mixed.run.rid)
        #expect(trail.checkpoint == mixed.ledger.checkpoint)
        #expect(trail.json["record"]?["rules"]?["S01"] == 8)
        #expect(trail.text.contains("S01: 8") && trail.text.contains("linkedin-connection: 8"))
        #expect(try trail.page().contains("<th scope=\"row\">rejected</th>"))
    }

    @Test("of an unknown list are refused", arguments: ["", "abc", "ffffffffffff", "not-hex"])
    func refusesUnknownRun(name: String) {
        #expect(throws: AuditError.self) { try ListTrail(run: name, in: mixed.ledger) }
    }

    @Test("of a whole ledger hold, and name a changed vault")
    func verifiesLedger() throws {
        let result = try Verification.of(mixed.scratch.home.path)
        #expect(result.subject == .ledger && result.findings == [] && result.keySource == .own)
        #expect(result.counts.map(\.number) == [20, 17, 1])
        #expect(result.text.contains("it holds"))
        #expect(result.json["holds"] == true)
    }

    @Test(
        "tell a state in plain words",
        arguments: [
            ([EventKind.given], "no stop is recorded"), ([.given, .withdrawn], "withdrew"),
            ([.refused], "asked and said no"), ([.withdrawn, .objected], "objected to direct marketing"),
            ([], "Nothing is recorded"),
            ([.requested], "has not confirmed"), ([.bounced], "Neither a yes nor a stop"),
            ([.requested, .given], "no stop is recorded"),
        ])
    func tellsWhy(kinds: [EventKind], words: String) {
        let events = kinds.enumerated().map { place, kind in
            SubjectEvent(
                sequence: Int64(place), kind: kind, purpose: .newsletter, occurredAt: nil,
                recordedAt: Instant(seconds: Int64(place)), grade: .form)
        }
        let standing = Standing(of: events, for: .newsletter)
        #expect(StandingReason.words(standing, among: events, for: .newsletter).contains(words))
    }
}
