import CanonicalJSON
import Consent
import Cryptography
import Database
import Files
import Ledger
import MerkleLog
import Testing

@Suite("Acts that share a commit")
struct TogetherTests {
    private static let people = ["ada", "bob", "eve", "kim", "lea"].map { "\($0)@example.org" }

    /// Acts of a few people, so that they repeat, contradict and follow each other.
    private static func acts(_ count: Int, _ random: SeededRandom) throws -> [SubjectAct] {
        var random = random
        let file = ContentDigest(hex: String(repeating: "c", count: 64))
        return try (0..<count).map { place in
            let kind: EventKind =
                [.given, .given, .given, .withdrawn, .objected, .restricted]
                .randomElement(using: &random) ?? .given
            let day = Int.random(in: 1...4, using: &random)
            let isDated = Int.random(in: 0..<3, using: &random) > 0
            var act = try SubjectAct.sample(
                kind, people.randomElement(using: &random) ?? people[0],
                for: kind == .objected && day == 1 ? .everything : .newsletter,
                at: isDated ? "2026-09-0\(day)T08:00:00Z" : nil,
                evidence: day < 3 ? [.text("file \(day)"), .text("line \"two\"\n", keeping: .hashOnly)] : [])
            if kind == .given { act.wording = WordingReference(parsing: "newsletter@1") }
            if day == 2 { act.told = ["expiresAt": "2031-01-01T00:00:00Z", "a": "grüße \"so\""] }
            if day == 3 { (act.source, act.ip, act.reason) = ("our \\ shop", "192.0.2.7", "said so\t") }
            if let file, Int.random(in: 0..<2, using: &random) == 0 {
                var mark = ImportMark(system: "Mailchimp", file: file, row: UInt64(place + 1))
                mark.claimedAt = act.occurredAt
                if day == 1 { mark.timeRemarks = ["no-zone", "minute"] }
                if day == 2 { (mark.form, mark.confirmedIP) = ("footer", "192.0.2.9") }
                if day == 3 { mark.confirmedAt = at("2026-09-09T09:00:00Z") }
                act.imported = mark
            }
            return act
        }
    }

    /// What a ledger says of everybody, without the names that are drawn at random.
    private static func told(_ ledger: Ledger) throws -> [String] {
        try people.flatMap { person in
            let records = try ledger.history(of: EmailAddress(parsing: person))
            let names = Dictionary(
                records.enumerated().map { ($0.element.rid.description, "record \($0.offset)") }
            ) { first, _ in first }
            return records.map { record in
                var text = record.json.canonical
                for (name, plain) in names { text = text.replacing(name, with: plain) }
                return "\(record.index) \(record.event) \(text)"
            }
        }
    }

    @Test(
        "in pieces, as a batch or one by one are the same records and answers",
        arguments: 1...6 as ClosedRange<UInt64>)
    func sameRecords(seed: UInt64) throws {
        let acts = try Self.acts(40, SeededRandom(seed: seed))
        let folders = try (0..<4).map { _ in try LedgerFolder(seed: seed) }
        let ledgers = try folders.map { try $0.furnished() }
        let alone = try acts.map { try ledgers[0].record($0) }
        let batch = try ledgers[1].record(batch: acts)
        func pieces(_ ledger: Ledger, _ foresight: ActForesight?) throws -> [RecordedEvent] {
            try ledger.recordTogether(foreseenBy: foresight) { record in
                var answers: [RecordedEvent] = []
                for start in stride(from: 0, to: acts.count, by: 7) {
                    let piece = Array(acts[start..<min(start + 7, acts.count)])
                    let told = foresight?.foresee(piece) ?? piece.map { ForeseenAct($0) }
                    answers += try record(told).compactMap(\.self)
                }
                return answers
            }
        }
        let plain = try pieces(ledgers[2], nil)
        let foreseen = try pieces(ledgers[3], ledgers[3].foresight())
        for other in [batch, plain, foreseen] {
            #expect(other.map(\.wasKnown) == alone.map(\.wasKnown))
            #expect(other.map(\.index) == alone.map(\.index))
            #expect(other.map(\.grade) == alone.map(\.grade))
            #expect(other.map(\.evidence) == alone.map(\.evidence))
        }
        let told = try Self.told(ledgers[0])
        #expect(!told.isEmpty)
        for (folder, ledger) in zip(folders, ledgers).dropFirst() {
            #expect(try Self.told(ledger) == told)
            #expect(try folder.open(create: false).examine().findings == [])
            #expect(try ledger.record(batch: acts.filter { $0.occurredAt != nil }).allSatisfy(\.wasKnown))
        }
        let standings = try ledgers.map { ledger in
            try ledger.standings(of: Self.people.map { try EmailAddress(parsing: $0) }, for: .newsletter)
        }
        #expect(standings[1].map(\.isSuppressed) == standings[0].map(\.isSuppressed))
        #expect(standings[2].map(\.isSuppressed) == standings[0].map(\.isSuppressed))
        #expect(standings[3].map(\.isSuppressed) == standings[0].map(\.isSuppressed))
    }

    @Test("whose records were made before another process appended are made again")
    func foreseenTooEarly() throws {
        let folder = try LedgerFolder()
        let (first, second) = (try folder.furnished(), try folder.open(create: false))
        let foresight = first.foresight()
        let at = "2026-09-01T08:00:00Z"
        try first.recordTogether(foreseenBy: foresight) { record in
            _ = try record(foresight.foresee([.sample(.given, "ada@example.org", at: at)]))
        }
        let early = foresight.foresee([
            try .sample(.given, "eve@example.org", at: at),
            try .sample(.withdrawn, "eve@example.org", at: at),
        ])
        try second.name(#require(Controller(name: "Example GmbH", country: "at")))
        let answers = try first.recordTogether(foreseenBy: foresight) { try $0(early).compactMap(\.self) }
        let eve = try first.history(of: EmailAddress(parsing: "eve@example.org"))
        #expect(eve.map(\.controller) == ["Example GmbH", "Example GmbH"])
        #expect(eve.map(\.rid) == answers.map(\.rid))
        #expect(eve.map(\.index) == answers.map(\.index))
        #expect(try folder.open(create: false).examine().findings == [])
    }

    @Test("what makes an act the same is what its tree of values says, so that older ledgers know it")
    func identity() throws {
        let folder = try LedgerFolder()
        let ledger = try folder.furnished()
        let key = try PrivateFile.withSecret(of: folder.home.key(.lookup), { SecretKey(line: $0) })
        let acts = try Self.acts(80, SeededRandom(seed: 3)).filter { $0.occurredAt != nil }
        var expected: Set<[UInt8]> = []
        for act in acts {
            var mac = HMACSHA256(key: try #require(key))
            let text = Self.identity(of: act, try ledger.record(act).evidence).canonicalBytes
            expected.insert(mac.authenticate(Array("idempotency/v1".utf8), [0], text).bytes)
        }
        let statement = try Connection(path: folder.home.vaultDatabase, mode: .readOnly)
            .prepare("SELECT idempotency FROM events")
        var found: Set<[UInt8]> = []
        while try statement.step() { found.insert(statement.bytes(0)) }
        #expect(found == expected)
        #expect(found.count > 10)
    }

    /// The identity of an act with a time as a tree of values.
    private static func identity(of act: SubjectAct, _ files: [Evidence]) -> JSONValue {
        let mark = act.imported
        let method: CollectionMethod? = mark == nil ? act.method : .imported
        return .object(of: [
            "kind": .string(act.kind.rawValue), "address": .string(act.address.normalized),
            "purpose": .string(act.purpose.id),
            "occurredAt": (mark?.claimedAt ?? act.occurredAt).map { .string($0.description) },
            "wording": act.wording.map { .string($0.description) },
            "method": method.map { .string($0.rawValue) },
            "evidence": mark == nil
                ? .array(files.map { .string($0.digest.hex + " " + $0.keeping.rawValue) }) : nil,
            "source": mark == nil ? act.source.map { .string($0) } : nil,
            "ip": mark == nil ? act.ip.map { .string($0) } : nil,
            "reason": act.reason.map { .string($0) }, "import": mark.map { .string($0.system) },
            "told": act.told.isEmpty
                ? nil : .object(act.told.map { JSONValue.Member($0.key, .string($0.value)) }),
        ])
    }

    @Test("have names that begin with the second of their recording, and are all different")
    func names() throws {
        let folder = try LedgerFolder()
        let ledger = try folder.furnished()
        let acts = try Self.acts(30, SeededRandom(seed: 5))
        let foresight = ledger.foresight()
        let events = try ledger.recordTogether(foreseenBy: foresight) {
            try $0(foresight.foresee(acts)).compactMap(\.self)
        }
        #expect(Set(events.map(\.rid)).count == Set(events.map(\.index)).count)
        for event in events {
            let seconds = event.rid.bytes.prefix(5).reduce(0) { $0 << 8 | Int64($1) }
            #expect(seconds == event.recordedAt.seconds)
        }
    }

    private struct Stop: Error {}

    @Test("are none at all where the body fails, and its error is told as it is")
    func stopped() throws {
        let folder = try LedgerFolder()
        let ledger = try folder.furnished()
        #expect(throws: Stop.self) {
            try ledger.recordTogether { record in
                _ = try record([ForeseenAct(.sample(.given, at: "2026-09-01T08:00:00Z"))])
                throw Stop()
            }
        }
        let ada = try EmailAddress(parsing: "ada@example.org")
        #expect(try ledger.history(of: ada).isEmpty)
        #expect(
            ledgerError {
                try ledger.recordTogether { record in
                    _ = try record([ForeseenAct(.sample(.given, at: "2026-09-01T08:00:00Z"))])
                    _ = try record([ForeseenAct(.sample(.given, at: "2031-09-01T08:00:00Z"))])
                }
            }?.code == .futureTime)
        #expect(try ledger.history(of: ada).isEmpty)
        #expect(try !ledger.record(.sample(.given, at: "2026-09-01T08:00:00Z")).wasKnown)
        #expect(try folder.open(create: false).examine().findings == [])
    }

    @Test("that a process was killed over, some in the log and some not, are kept or dropped each by its own")
    func mixed() throws {
        let folder = try LedgerFolder()
        let first = try folder.furnished().record(.sample(.given, at: "2026-09-01T08:00:00Z"))
        let before = try folder.copy([folder.home.logDatabase, folder.home.head])
        _ = try folder.open(create: false).record(.sample(.withdrawn, at: "2026-09-02T08:00:00Z"))
        try folder.putBack(before)
        try folder.edit(
            folder.home.vaultDatabase, "UPDATE progress SET settled = 0, records = 0")
        let ledger = try folder.open(create: false)
        #expect(try ledger.history(of: EmailAddress(parsing: "ada@example.org")).map(\.rid) == [first.rid])
        #expect(try ledger.examine().findings == [])
    }
}
