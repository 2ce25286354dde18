import Consent
import Testing

@Suite("What holds between a subject and a purpose")
struct StandingTests {
    let newsletter = Purpose.newsletter

    func event(
        _ kind: EventKind, _ sequence: Int64, occurred: Int64? = nil, recorded: Int64? = nil,
        grade: Grade = .form,
        purpose: Purpose = .newsletter, wording: WordingReference? = nil
    ) -> SubjectEvent {
        SubjectEvent(
            sequence: sequence, kind: kind, purpose: purpose,
            occurredAt: occurred.map(Instant.init(seconds:)),
            recordedAt: Instant(seconds: recorded ?? 1000 + sequence), grade: grade, wording: wording)
    }

    @Test("is nothing without events")
    func nothing() {
        #expect(Standing(of: [], for: newsletter) == .none)
    }

    @Test(
        "is a yes after a yes, and a stop after a stop",
        arguments: [
            (EventKind.withdrawn, ConsentState.withdrawn), (.refused, .refused), (.objected, .objected),
        ])
    func stops(kind: EventKind, state: ConsentState) {
        let yes = event(.given, 1, occurred: 100)
        #expect(Standing(of: [yes], for: newsletter).state == .given)
        #expect(Standing(of: [yes, event(kind, 2, occurred: 200)], for: newsletter).state == state)
    }

    @Test("an import or an attestation never lifts a stop", arguments: [Grade.none, .attestation, .imported])
    func weakNeverLifts(grade: Grade) {
        let events = [event(.withdrawn, 1, occurred: 100), event(.given, 2, occurred: 200, grade: grade)]
        #expect(Standing(of: events, for: newsletter).state == .withdrawn)
    }

    @Test(
        "a fresh act of the person lifts a stop, an older or simultaneous or undated one does not",
        arguments: [
            (Int64(201), ConsentState.given), (200, .withdrawn), (199, .withdrawn), (nil, .withdrawn),
        ] as [(Int64?, ConsentState)])
    func freshAct(occurred: Int64?, state: ConsentState) {
        let events = [
            event(.withdrawn, 1, occurred: 200), event(.given, 2, occurred: occurred, recorded: 5000),
        ]
        let standing = Standing(of: events, for: newsletter)
        #expect(standing.state == state)
        #expect(standing.isReturn == (state == .given))
    }

    @Test("asked to join and not confirmed is a state of its own, and gives way to a yes and to a stop")
    func requested() {
        let asked = event(.requested, 1, occurred: 100)
        let again = event(.requested, 2, occurred: 150)
        #expect(Standing(of: [again, asked], for: newsletter).state == .requested)
        #expect(Standing(of: [again, asked], for: newsletter).decisive == again)
        #expect(Standing(of: [asked, event(.given, 3, occurred: 50)], for: newsletter).state == .given)
        #expect(
            Standing(of: [event(.withdrawn, 3, occurred: 50), asked], for: newsletter).state == .withdrawn)
    }

    @Test(
        "other events change no state",
        arguments: EventKind.allCases.filter { !$0.isStop && $0 != .given && $0 != .requested })
    func others(kind: EventKind) {
        let yes = event(.given, 1, occurred: 100)
        let stop = event(.withdrawn, 2, occurred: 200)
        let other = event(kind, 3, occurred: 300)
        #expect(Standing(of: [other], for: newsletter) == .none)
        #expect(Standing(of: [yes, other], for: newsletter) == Standing(of: [yes], for: newsletter))
        #expect(
            Standing(of: [yes, stop, other], for: newsletter) == Standing(of: [yes, stop], for: newsletter))
    }

    @Test(
        "a yes and a stop of one moment contradict each other, and so does a yes without a time",
        arguments: [(Int64(200), true), (199, false), (nil, true)] as [(Int64?, Bool)])
    func contradicted(occurred: Int64?, isContradicted: Bool) {
        let events = [event(.given, 1, occurred: occurred), event(.withdrawn, 2, occurred: 200)]
        let standing = Standing(of: events, for: newsletter)
        #expect(standing.state == .withdrawn)
        #expect(standing.isContradicted == isContradicted)
        #expect(!Standing(of: Array(events.prefix(1)), for: newsletter).isContradicted)
        let returned = Standing(of: events + [event(.given, 3, occurred: 300)], for: newsletter)
        #expect(returned.isReturn && !returned.isContradicted, "the person settled it")
    }

    @Test("an objection to everything reaches each purpose")
    func everything() {
        let events = [
            event(.given, 1, occurred: 100), event(.objected, 2, occurred: 200, purpose: .everything),
        ]
        #expect(Standing(of: events, for: newsletter).state == .objected)
    }

    @Test("another purpose says nothing about this one")
    func otherPurpose() throws {
        let other = try #require(Purpose("invitations"))
        #expect(Standing(of: [event(.given, 1, occurred: 100, purpose: other)], for: newsletter) == .none)
    }

    @Test("of several stops the gravest names the state")
    func gravest() {
        let events = [event(.objected, 1, occurred: 100), event(.withdrawn, 2, occurred: 200)]
        #expect(Standing(of: events, for: newsletter).state == .objected)
    }

    @Test("the order of recording does not matter, only what was claimed")
    func order() {
        let events = [event(.given, 1, occurred: 100), event(.withdrawn, 2, occurred: 200)]
        #expect(Standing(of: events, for: newsletter) == Standing(of: events.reversed(), for: newsletter))
    }

    @Test("as of a moment, later knowledge is passed over")
    func asOf() {
        let events = [
            event(.given, 1, occurred: 100, recorded: 110),
            event(.withdrawn, 2, occurred: 200, recorded: 900),
        ]
        #expect(Standing(of: events, for: newsletter, asOf: Instant(seconds: 500)).state == .given)
        #expect(Standing(of: events, for: newsletter, asOf: Instant(seconds: 900)).state == .withdrawn)
        #expect(Standing(of: events, for: newsletter, asOf: Instant(seconds: 50)).state == .none)
    }

    @Test("the strongest yes decides, not the latest")
    func strongest() {
        let events = [
            event(.given, 1, occurred: 100, grade: .form),
            event(.given, 2, occurred: 300, grade: .attestation),
        ]
        #expect(Standing(of: events, for: newsletter).decisive?.sequence == 1)
    }
}
