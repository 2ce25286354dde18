import Consent
import Gate
import Ledger
import Policies
import TestSupport
import Testing

@Suite("What a run knows of a contact")
struct RunFactsTests {
    private let scratch: ScratchLedger

    init() throws { scratch = try ScratchLedger() }

    private func facts(of address: String = "ada@example.org") throws -> Facts {
        let run = RunFacts(ledger: scratch.ledger, purpose: .newsletter, now: scratch.clock.now)
        var facts = run.bareRow(mailbox: .personal)
        for standing in try scratch.ledger.standings(
            of: [try EmailAddress(parsing: address)], for: .newsletter)
        {
            run.fill(&facts, with: standing)
        }
        return facts
    }

    private func give(_ method: CollectionMethod) throws {
        var act = SubjectAct(
            .given, address: try EmailAddress(parsing: "ada@example.org"), purpose: .newsletter)
        act.occurredAt = scratch.clock.now.advanced(by: -60)
        act.wording = WordingReference(parsing: "newsletter@1")
        act.method = method
        act.evidence = [.init(bytes: [1], kind: "bin", keeping: .sealed)]
        _ = try scratch.ledger.record(act)
    }

    private func publish(_ more: String, text: String = "Yes, send me the weekly newsletter.") throws {
        let file = WordingFile.example.replacing("bundled: false", with: "bundled: false\n" + more)
            .replacing("Yes, send me the monthly newsletter.", with: text)
        _ = try scratch.ledger.publish(try WordingFile(parsing: Array(file.utf8), name: "newsletter.md"))
    }

    /// Facts that the program or the ledger could know and that nobody can find out today.
    private static let notYet: Set<Fact> = [
        .subjectRestricted, .subjectOpenRequest, .subjectComplainedAt, .subjectBouncedAt, .recordContradicted,
        .recordEvidenceShared, .recordRequestedAt,
    ]

    @Test("leaves nothing open that the list, the ledger, the wording or the call can tell")
    func complete() throws {
        let more = [
            "topic named: true", "partners unnamed: false", "contact given: true", "tracking covered: false",
            "valid from: 2026-01-01T00:00:00Z",
        ]
        try publish(more.joined(separator: "\n"))
        var act = SubjectAct(
            .given, address: try EmailAddress(parsing: "ada@example.org"), purpose: .newsletter)
        act.occurredAt = scratch.clock.now.advanced(by: -60)
        act.wording = WordingReference(parsing: "newsletter@2")
        act.method = .webForm
        _ = try scratch.ledger.record(act)
        try scratch.stop(.withdrawn, "ben@example.org")
        let (given, stopped) = (try facts(), try facts(of: "ben@example.org"))
        let sources: Set<FactSource> = [.list, .ledger, .wording, .run]
        for fact in Fact.allCases where sources.contains(fact.source) && !Self.notYet.contains(fact) {
            let isOfWholeList = fact == .listCoverage || fact == .listSameSecond
            #expect((given[fact] ?? stopped[fact]) != nil || isOfWholeList, "\(fact.name)")
        }
        #expect(
            given[.wordingTopicNamed] == .boolean(true) && given[.wordingPartnersUnnamed] == .boolean(false))
        #expect(
            given[.wordingContactGiven] == .boolean(true) && given[.wordingTrackingCovered] == .boolean(false)
        )
        #expect(given[.subjectLastStopAt] == nil && stopped[.subjectLastStopAt] == .time(scratch.clock.now))
        #expect(given[.runChannel] == .name("email"))
    }

    @Test("leaves open what nobody was asked")
    func unanswered() throws {
        try give(.webForm)
        let facts = try facts()
        for fact in [
            Fact.wordingTopicNamed, .wordingPartnersUnnamed, .wordingContactGiven, .wordingTrackingCovered,
        ] {
            #expect(facts[fact] == nil, "\(fact.name)")
        }
        #expect(facts[.wordingIsLink] == .boolean(false))
    }

    @Test(
        "counts a yes as confirmed if the mailbox answered",
        arguments: [CollectionMethod.webForm, .doubleOptIn])
    func confirmed(method: CollectionMethod) throws {
        try give(method)
        #expect(try facts()[.recordConfirmed] == .boolean(method == .doubleOptIn))
    }

    @Test("knows that a later version of the wording changed something of weight")
    func superseded() throws {
        try give(.webForm)
        #expect(try facts()[.wordingSuperseded] == .boolean(false))
        try publish("material change: false")
        #expect(try facts()[.wordingSuperseded] == .boolean(false))
        try publish("material change: true", text: "Yes, send me the newsletter and offers of partners.")
        #expect(try facts()[.wordingSuperseded] == .boolean(true))
    }

    @Test("takes the country of a bare row from the controller")
    func country() throws {
        let facts = try facts()
        #expect(facts[.rowCountry] == .name("DE") && facts[.rowCountryTold] == .boolean(false))
        // Two letters that are no country's code.
        try scratch.ledger.name(try #require(Controller(name: "Example GmbH", country: "XX")))
        let unknown = try self.facts()
        #expect(unknown[.rowCountry] == nil && unknown[.rowCountryTold] == nil)
    }
}
