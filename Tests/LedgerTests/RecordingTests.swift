import CanonicalJSON
import Consent
import Ledger
import MerkleLog
import Testing

@Suite("Recording what subjects say")
struct RecordingTests {
    let folder: LedgerFolder
    let ledger: Ledger
    let ada: EmailAddress

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
        ada = try EmailAddress(parsing: "ada@example.org")
    }

    @Test("an act is answered, found again with all that was told, and stands")
    func wholeWay() throws {
        var act = try SubjectAct.form(at: "2026-10-01T08:00:00Z")
        act.wording = WordingReference(id: "newsletter", version: 1)
        act.source = "sign-up page"
        act.ip = "192.0.2.7"
        let answer = try ledger.record(act)
        #expect(answer.index == 2, "controller and wording come first")
        #expect(answer.grade == .form)
        #expect(!answer.wasKnown)
        #expect(answer.recordedAt == folder.clock.now)
        #expect(ledger.checkpoint.checkpoint.size == 3)

        let record = try #require(try ledger.history(of: ada).first)
        #expect(record.rid == answer.rid)
        #expect(record.index == answer.index)
        #expect(record.address == ada)
        #expect(record.event.occurredAt == at("2026-10-01T08:00:00Z"))
        #expect(record.event.wording == act.wording)
        #expect(record.event.method == .webForm)
        #expect(record.evidence == answer.evidence)
        #expect(record.source == "sign-up page")
        #expect(record.ip == "192.0.2.7")
        #expect(record.controller == "Example GmbH")
        #expect(try ledger.standing(of: ada, for: .newsletter).state == .given)
    }

    @Test("a history keeps the order of the log, and each record names the one before")
    func history() throws {
        let kinds: [EventKind] = [.given, .withdrawn, .given, .objected]
        var names: [RecordID] = []
        for (day, kind) in kinds.enumerated() {
            folder.clock.advance(3600)
            names.append(try ledger.record(.sample(kind, at: "2026-09-0\(day + 1)T00:00:00Z")).rid)
        }
        let history = try ledger.history(of: ada)
        #expect(history.map(\.event.kind) == kinds)
        #expect(history.map(\.rid) == names)
        #expect(history.map { $0.json["prev"]?.text } == [nil] + names.dropLast().map { $0.description })
        #expect(try ledger.history(of: EmailAddress(parsing: "bob@example.org")).isEmpty)
    }

    @Test("what was recorded is there after the ledger was closed and opened")
    func reopening() throws {
        let answer = try ledger.record(.sample(at: "2026-10-01T08:00:00Z"))
        let again = try folder.open(create: false)
        #expect(!again.wasCreated)
        #expect(try again.history(of: ada).map(\.rid) == [answer.rid])
        #expect(again.origin == "example.org/consent")
        #expect(again.checkpoint.checkpoint == ledger.checkpoint.checkpoint)
        #expect(again.verifierKey == ledger.verifierKey)
    }

    @Test("two open ledgers on one folder append in turn and see each other")
    func twoInstances() throws {
        let other = try folder.open(create: false)
        let first = try ledger.record(.sample(.given, at: "2026-09-01T00:00:00Z"))
        let second = try other.record(.sample(.withdrawn, at: "2026-09-02T00:00:00Z"))
        let third = try ledger.record(.sample(.given, at: "2026-09-03T00:00:00Z"))
        #expect([first.index, second.index, third.index] == [2, 3, 4])
        #expect(try ledger.examine().findings == [])
        #expect(try other.history(of: ada).count == 3)
    }

    @Test(
        "yesterday's standing leaves out what the ledger learnt today, whenever it happened",
        arguments: [
            ("2026-10-02T09:14:59Z", ConsentState.none), ("2026-10-02T09:15:00Z", .given),
            ("2026-10-03T09:14:59Z", .given), ("2026-10-03T09:15:00Z", .withdrawn),
        ])
    func twoClocks(asOf: String, state: ConsentState) throws {
        _ = try ledger.record(.form(at: "2026-01-01T00:00:00Z"))
        folder.clock.advance(86_400)
        _ = try ledger.record(.sample(.withdrawn, at: "2026-02-01T00:00:00Z"))
        #expect(try ledger.standing(of: ada, for: .newsletter, asOf: at(asOf)).state == state)
    }

    @Test(
        "the grade follows from method, evidence and source",
        arguments: [
            (CollectionMethod.webForm, true, false, Grade.form), (.webForm, false, false, .attestation),
            (.doubleOptIn, true, false, .form), (.paperForm, true, false, .form),
            (.leadForm, true, true, .form),
            (.email, true, false, .form), (.phone, true, false, .attestation),
            (.inPerson, false, false, .attestation), (.imported, false, true, .imported),
            (.imported, true, false, .imported), (.imported, false, false, .none),
            (.noObjection, true, true, .none), (.didNotUnsubscribe, true, false, .none),
            (.openedMail, true, true, .none), (.termsAccepted, true, true, .none),
            (nil, true, false, .attestation),
            (nil, false, true, .none),
        ] as [(CollectionMethod?, Bool, Bool, Grade)])
    func grades(method: CollectionMethod?, hasEvidence: Bool, hasSource: Bool, grade: Grade) throws {
        var act = try SubjectAct.sample(method: method, evidence: hasEvidence ? [.text("shown")] : [])
        act.source = hasSource ? "a list" : nil
        let answer = try ledger.record(act)
        #expect(answer.grade == grade)
        #expect(try ledger.history(of: ada).first?.event.grade == grade)
    }

    @Test("a time ahead of the clock is refused, one within the tolerance is not")
    func future() throws {
        let latest = folder.clock.now.advanced(by: Ledger.clockTolerance)
        #expect(try ledger.record(.sample(at: latest.description)).index == 2)
        let error = ledgerError { _ = try ledger.record(.sample(at: latest.advanced(by: 1).description)) }
        #expect(error?.code == .futureTime)
        #expect(ledger.checkpoint.checkpoint.size == 3)
    }

    @Test(
        "an unknown purpose is refused with the nearest that is known",
        arguments: [("newsleter", "Did you mean \"newsletter\"?"), ("job-offers", "Known are: newsletter.")])
    func unknownPurpose(id: String, hint: String) throws {
        let purpose = try #require(Purpose(id))
        let error = ledgerError { _ = try ledger.record(.sample(for: purpose)) }
        #expect(error?.code == .unknownPurpose)
        #expect(error?.hint.hasPrefix(hint) == true)
    }

    @Test(
        "an unknown wording is refused with the nearest that is known",
        arguments: [
            ("newsletter", 2, "Did you mean newsletter@1?"), ("paper-form", 1, "Known are: newsletter@1."),
        ])
    func unknownWording(id: String, version: Int, hint: String) throws {
        var act = try SubjectAct.sample()
        act.wording = WordingReference(id: id, version: version)
        let error = ledgerError { _ = try ledger.record(act) }
        #expect(error?.code == .unknownWording)
        #expect(error?.hint == hint)
    }

    @Test("an error never holds the address")
    func errorsAreSilent() throws {
        let purpose = try #require(Purpose("unheard-of"))
        let error = try #require(ledgerError { _ = try ledger.record(.sample(for: purpose)) })
        #expect(!error.description.contains("ada"))
    }
}
