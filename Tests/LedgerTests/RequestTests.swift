import CanonicalJSON
import Consent
import Database
import Ledger
import MerkleLog
import Testing

@Suite("Requests of people")
struct RequestTests {
    let folder: LedgerFolder
    let ledger: Ledger
    let ada: EmailAddress

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
        ada = try EmailAddress(parsing: "ada@example.org")
    }

    private func day(_ text: String) throws -> Instant { try Instant(parsing: text + "T00:00:00Z") }

    @Test(
        "are due a calendar month after the day they came, and two later where put off",
        arguments: [
            ("2026-09-15", "2026-10-15", "2026-12-15"), ("2026-01-31", "2026-02-28", "2026-04-30"),
            ("2024-01-31", "2024-02-29", "2024-04-30"), ("2025-12-31", "2026-01-31", "2026-03-31"),
            ("2026-10-02", "2026-11-02", "2027-01-02"),
        ])
    func due(received: String, due: String, later: String) throws {
        folder.clock.set(try day(received))
        let request = try ledger.openRequest(.access, of: ada, receivedAt: try day(received))
        #expect(request.dueOn.day == due)
        let lastDay = try day(due)
        #expect(!request.isOverdue(at: lastDay.advanced(by: 86_399)))
        #expect(request.isOverdue(at: lastDay.advanced(by: 86_400)))
        #expect(try ledger.extendRequest(request.rid, reason: "many letters").dueOn.day == later)
    }

    @Test("the same told twice is one; after an answer it is another")
    func idempotent() throws {
        let now = folder.clock.now
        let first = try ledger.openRequest(.access, of: ada, receivedAt: now)
        #expect(try ledger.openRequest(.access, of: ada, receivedAt: now).rid == first.rid)
        #expect(try ledger.openRequest(.erasure, of: ada, receivedAt: now).rid != first.rid)
        _ = try ledger.closeRequest(first.rid, answer: .granted)
        #expect(try ledger.openRequest(.access, of: ada, receivedAt: now).rid != first.rid)
    }

    @Test("wait each for an answer of their own")
    func severalWait() throws {
        let now = folder.clock.now
        let access = try ledger.openRequest(.access, of: ada, receivedAt: now)
        let erasure = try ledger.openRequest(.erasure, of: ada, receivedAt: now)
        func waiting() throws -> Int {
            try ledger.standings(of: [ada], for: .newsletter).first?.circumstances.openRequests ?? 0
        }
        #expect(try waiting() == 2)
        _ = try ledger.closeRequest(access.rid, answer: .granted)
        #expect(try waiting() == 1)
        #expect(try ledger.requests(of: ada).map(\.isOpen) == [false, true])
        _ = try ledger.closeRequest(erasure.rid, answer: .refused, reason: "we must keep the proof")
        #expect(try waiting() == 0)
        #expect(try ledger.requests().map { $0.closing?.answer } == [.granted, .refused])
    }

    @Test("cannot be answered twice, put off twice or too late, or refused without a reason")
    func refusals() throws {
        let request = try ledger.openRequest(.access, of: ada, receivedAt: folder.clock.now)
        func code(_ body: () throws -> Void) -> LedgerError.Code? { ledgerError(body)?.code }
        #expect(code { _ = try ledger.closeRequest(request.rid, answer: .refused) } == .invalidRequest)
        _ = try ledger.extendRequest(request.rid, reason: "many letters")
        #expect(code { _ = try ledger.extendRequest(request.rid, reason: "more") } == .invalidRequest)
        _ = try ledger.closeRequest(request.rid, answer: .granted)
        #expect(code { _ = try ledger.closeRequest(request.rid, answer: .granted) } == .invalidRequest)
        let late = try ledger.openRequest(.erasure, of: ada, receivedAt: try day("2026-08-01"))
        #expect(late.isOverdue(at: folder.clock.now))
        #expect(code { _ = try ledger.extendRequest(late.rid, reason: "many") } == .invalidRequest)
        let stranger = try #require(RecordID(String(repeating: "0", count: 32)))
        #expect(code { _ = try ledger.closeRequest(stranger, answer: .granted) } == .unknownRequest)
        let open = try #require(try ledger.openRecords(.wordingPublished).first)
        #expect(code { _ = try ledger.closeRequest(open.rid, answer: .granted) } == .unknownRequest)
    }

    @Test("came on a day that was")
    func days() throws {
        let future = ledgerError {
            _ = try ledger.openRequest(.access, of: ada, receivedAt: try day("2026-10-03"))
        }
        #expect(future?.code == .futureTime)
        let ancient = ledgerError {
            _ = try ledger.openRequest(.access, of: ada, receivedAt: try day("1970-06-01"))
        }
        #expect(ancient?.code == .implausibleTime)
    }

    @Test("that an earlier program noted without a kind count from when they were noted")
    func withoutKind() throws {
        _ = try ledger.record(SubjectAct(.requestOpened, address: ada, purpose: .newsletter))
        let request = try #require(try ledger.requests().first)
        #expect(request.kind == nil)
        #expect(request.dueOn.day == "2026-11-02")
        #expect(try !ledger.closeRequest(request.rid, answer: .granted).isOpen)
    }

    @Test("are found without a look at every event")
    func usesItsIndex() throws {
        _ = try ledger.openRequest(.access, of: ada, receivedAt: folder.clock.now)
        let connection = try Connection(path: folder.home.vaultDatabase, mode: .readWrite)
        let plan = try connection.prepare(
            "EXPLAIN QUERY PLAN SELECT e.id FROM events e WHERE e.kind >= 'request-' AND e.kind < 'request.' AND +e.position < (SELECT settled FROM progress) "
                + "ORDER BY e.position")
        var steps = ""
        while try plan.step() { steps += plan.text(3) }
        #expect(steps.contains("events_of_requests"))
    }
}
