import Consent
import Testing

@Suite("What is recorded beside a yes and a stop")
struct CircumstancesTests {
    let newsletter = Purpose.newsletter

    private func event(
        _ kind: EventKind, _ sequence: Int64, occurred: Int64? = nil, recorded: Int64? = nil,
        purpose: Purpose = .newsletter
    ) -> SubjectEvent {
        SubjectEvent(
            sequence: sequence, kind: kind, purpose: purpose,
            occurredAt: occurred.map(Instant.init(seconds:)),
            recordedAt: Instant(seconds: recorded ?? 1000 + sequence), grade: .attestation)
    }

    private func said(_ events: [SubjectEvent], asOf: Int64? = nil) -> Circumstances {
        let forwards = Circumstances(of: events, for: newsletter, asOf: asOf.map(Instant.init(seconds:)))
        let backwards = Circumstances(
            of: events.reversed(), for: newsletter, asOf: asOf.map(Instant.init(seconds:)))
        #expect(forwards == backwards, "the order of the question does not matter")
        return forwards
    }

    @Test("is nothing where nothing of the kind is recorded, and nothing of another purpose")
    func nothing() throws {
        let other = try #require(Purpose("invitations"))
        #expect(said([]) == .none)
        #expect(said([event(.given, 1, occurred: 100), event(.released, 2)]) == .none)
        #expect(said(EventKind.allCases.enumerated().map { event($1, Int64($0), purpose: other) }) == .none)
    }

    @Test(
        "names the last moment of each, as claimed, else as learnt",
        arguments: [EventKind.requested, .complained, .bounced, .withdrawn, .refused, .objected])
    func moments(kind: EventKind) {
        func moment(_ said: Circumstances) -> Instant? {
            switch kind {
            case .requested: said.requestedAt
            case .complained: said.complainedAt
            case .bounced: said.bouncedAt
            default: said.lastStopAt
            }
        }
        #expect(moment(said([])) == nil)
        let events = [event(kind, 1, occurred: 300), event(kind, 2, occurred: 200, purpose: .everything)]
        #expect(moment(said(events)) == Instant(seconds: 300))
        #expect(moment(said(events + [event(kind, 3)])) == Instant(seconds: 1003))
    }

    @Test("a later yes takes away no stop's moment")
    func lastStop() {
        let events = [event(.withdrawn, 1, occurred: 100), event(.given, 2, occurred: 200)]
        #expect(said(events).lastStopAt == Instant(seconds: 100))
    }

    @Test(
        "of a pause and its end the last counts; claimed for one moment, the stricter",
        arguments: [
            ([(EventKind.restricted, Int64(100))], true),
            ([(.restricted, 100), (.restrictionLifted, 200)], false),
            ([(.restrictionLifted, 200), (.restricted, 100)], false),
            ([(.restricted, 200), (.restrictionLifted, 200)], true),
            ([(.restrictionLifted, 200), (.restricted, 200)], true),
            ([(.restricted, nil), (.restrictionLifted, nil)], false),
            ([(.restricted, 100), (.restrictionLifted, 200), (.restricted, 300)], true),
        ] as [([(EventKind, Int64?)], Bool)])
    func pauses(told: [(EventKind, Int64?)], isRestricted: Bool) {
        let events = told.enumerated().map { event($1.0, Int64($0), occurred: $1.1) }
        #expect(said(events).isRestricted == isRestricted)
    }

    @Test("a request is open until a later answer, and a later request opens it again")
    func requests() {
        let asked = [event(.requestOpened, 1, occurred: 100)]
        let answered = asked + [event(.requestClosed, 2, occurred: 200)]
        #expect(said(asked).hasOpenRequest)
        #expect(!said(answered).hasOpenRequest)
        #expect(said(answered + [event(.requestOpened, 3, occurred: 300)]).hasOpenRequest)
        #expect(said(asked + [event(.requestClosed, 2, occurred: 50)]).hasOpenRequest)
        #expect(said(asked + [event(.requestClosed, 2, occurred: 100)]).hasOpenRequest)
    }

    @Test("each answer closes one request, and an answer to nothing closes none that comes later")
    func severalRequests() {
        let two = [event(.requestOpened, 1, occurred: 100), event(.requestOpened, 2, occurred: 110)]
        #expect(said(two).openRequests == 2)
        let one = two + [event(.requestClosed, 3, occurred: 120)]
        #expect(said(one).openRequests == 1)
        #expect(said(one + [event(.requestClosed, 4, occurred: 130)]).openRequests == 0)
        let stray = [event(.requestClosed, 1, occurred: 50), event(.requestOpened, 2, occurred: 100)]
        #expect(said(stray).openRequests == 1)
        let other = [event(.requestExtended, 1, occurred: 50), event(.exported, 2, occurred: 100)]
        #expect(said(other) == .none)
    }

    @Test("as of a moment, later knowledge is passed over")
    func asOf() {
        let events = [
            event(.restricted, 1, occurred: 100, recorded: 900),
            event(.bounced, 2, occurred: 50, recorded: 60),
        ]
        #expect(!said(events, asOf: 899).isRestricted)
        #expect(said(events, asOf: 900).isRestricted)
        #expect(said(events, asOf: 60).bouncedAt == Instant(seconds: 50))
        #expect(said(events, asOf: 59) == .none)
    }
}
