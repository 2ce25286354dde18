import Consent
import Ledger
import Testing

@Suite("Standings of many")
struct StandingsTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder(seed: 600)
        ledger = try folder.furnished()
    }

    /// Random acts of subjects, a third of whom stay unknown; every other has between one and four acts.
    private func recordRandomActs(of subjects: [EmailAddress], for purposes: [Purpose]) throws {
        let random = SeededRandom(seed: 42)
        var generator = random
        for address in subjects where Int.random(in: 0..<3, using: &generator) > 0 {
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                folder.clock.advance(60)
                let kinds: [EventKind] =
                    [.given, .given, .given, .withdrawn, .refused, .objected, .requested] + EventKind.ofActs
                let kind = kinds.randomElement(using: &generator)
                let purpose = (kind == .objected ? purposes + [.everything] : purposes).randomElement(
                    using: &generator)
                var act = SubjectAct(kind ?? .given, address: address, purpose: purpose ?? .newsletter)
                let hasTime = Bool.random(using: &generator)
                let ago = -Int64.random(in: 0...(20 * 86_400), using: &generator)
                act.occurredAt = hasTime ? folder.clock.now.advanced(by: ago) : nil
                act.method = CollectionMethod.allCases.randomElement(using: &generator)
                if Bool.random(using: &generator) { act.evidence = [.text("shown")] }
                if Bool.random(using: &generator) { act.source = "a list" }
                _ = try ledger.record(act)
            }
        }
    }

    @Test("are those of each one alone, for 600 subjects and every purpose", .timeLimit(.minutes(2)))
    func batchIsSingle() throws {
        _ = try ledger.publish(LedgerFolder.wording("offers", purposes: ["offers", "events"]))
        let purposes = ledger.purposes
        let subjects = try (0..<600).map { try EmailAddress(parsing: "person\($0)@example.org") }
        try recordRandomActs(of: subjects, for: purposes)
        var states: Set<ConsentState> = []
        for purpose in purposes {
            let batch = try ledger.standings(of: subjects, for: purpose)
            #expect(batch.count == subjects.count)
            for (address, known) in zip(subjects, batch) {
                let alone = try ledger.standing(of: address, for: purpose)
                let history = try ledger.history(of: address)
                states.insert(alone.state)
                #expect(known.standing == alone)
                #expect(alone == Standing(of: history.map(\.event), for: purpose))
                let others = purposes.filter { $0 != purpose }
                let agreed = others.contains {
                    Standing(of: history.map(\.event), for: $0).state == .given
                        && history.map(\.event.purpose).contains($0)
                }
                #expect(known.agreedToOtherPurpose == agreed)
                #expect(known.circumstances == Circumstances(of: history.map(\.event), for: purpose))
                #expect((known.isEvidenceShared != nil) == (alone.decisiveFiles > 0))
                if alone.state == .objected { #expect(known.isSuppressed) }
            }
        }
        #expect(states == Set(ConsentState.allCases), "the acts did not reach every state")
    }

    @Test(
        "keep the order of the question, also when somebody stands in it twice",
        arguments: [0, 1, 255, 256, 257, 600])
    func order(count: Int) throws {
        _ = try ledger.record(.sample(.given, "yes@example.org"))
        let asked = try (0..<count).map {
            try EmailAddress(parsing: $0 % 3 == 0 ? "yes@example.org" : "no\($0)@example.org")
        }
        let states = try ledger.standings(of: asked, for: .newsletter).map(\.standing.state)
        #expect(states == (0..<count).map { $0 % 3 == 0 ? .given : .none })
    }

    @Test("as of a moment are those of the events that were known then", .timeLimit(.minutes(2)))
    func asOf() throws {
        let subjects = try (0..<60).map { try EmailAddress(parsing: "person\($0)@example.org") }
        let start = folder.clock.now
        try recordRandomActs(of: subjects, for: [.newsletter])
        for part in Int64(0)...4 {
            let moment = start.advanced(by: folder.clock.now.seconds - start.seconds).advanced(
                by: -part * 1500)
            let batch = try ledger.standings(of: subjects, for: .newsletter, asOf: AsOf(moment))
            for (address, known) in zip(subjects, batch) {
                let events = try ledger.history(of: address).map(\.event)
                #expect(known.standing == Standing(of: events, for: .newsletter, asOf: moment))
                #expect(known.circumstances == Circumstances(of: events, for: .newsletter, asOf: moment))
                if known.standing.state == .objected { #expect(known.isSuppressed) }
                if events.allSatisfy({ $0.recordedAt > moment }) { #expect(!known.isSuppressed) }
            }
        }
    }

    @Test("name the controller of the time of the deciding act")
    func controllerThen() throws {
        let early = try folder.open()
        let bare = try LedgerFolder(seed: 7)
        let unnamed = try bare.open()
        _ = try unnamed.record(.sample())
        try unnamed.name(#require(Controller(name: "Example GmbH")))
        let ada = try EmailAddress(parsing: "ada@example.org")
        #expect(try unnamed.standings(of: [ada], for: .newsletter).first?.controllerThen == nil)
        _ = try early.record(.sample())
        #expect(
            try early.standings(of: [ada], for: .newsletter).first?.controllerThen?.name == "Example GmbH")
    }
}

extension Standing {
    /// How many files show the yes that stands.
    fileprivate var decisiveFiles: Int { state == .given ? decisive?.evidenceCount ?? 0 : 0 }
}
