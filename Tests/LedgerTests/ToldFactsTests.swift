import CanonicalJSON
import Consent
import Database
import Ledger
import Testing

@Suite("Facts that are told with a record")
struct ToldFactsTests {
    let folder: LedgerFolder
    let ledger: Ledger
    let ada: EmailAddress

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
        ada = try EmailAddress(parsing: "ada@example.org")
    }

    private func yes(_ told: [String: String]) throws -> SubjectAct {
        var act = try SubjectAct.form(at: "2026-10-01T08:00:00Z")
        act.told = told
        return act
    }

    @Test("come back as they were told, sealed, from the record and from the standing")
    func roundTrip() throws {
        let told = [
            "expiresAt": "2027-01-01T00:00:00Z", "evidenceKind": "staff-statement",
            "record.note": "Prüfung \"told\":{ by Jörg \\ 山",
        ]
        let event = try ledger.record(yes(told))
        let again = try folder.open(create: false)
        #expect(try again.history(of: ada).first?.told == told)
        #expect(try again.standings(of: [ada], for: .newsletter).first?.told == told)
        #expect(try again.record(yes(told)).rid == event.rid)
        #expect(try again.examine().findings == [])
        for (name, bytes) in try folder.everyFile() {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("staff-statement"), "\(name)")
        }
        #expect(try ledger.history(of: ada).first?.json["told"]?.members?.map(\.name) == told.keys.sorted())
    }

    @Test("are another act where one of them differs")
    func anotherAct() throws {
        for told in [[:], ["a": "1"], ["a": "2"], ["b": "1"], ["a": "1", "b": "1"]] {
            #expect(try !ledger.record(yes(told)).wasKnown)
            #expect(try ledger.record(yes(told)).wasKnown)
        }
    }

    @Test("are those of the deciding yes, and none where no yes stands or it tells none")
    func deciding() throws {
        func told() throws -> [String: String]? {
            try ledger.standings(of: [ada], for: .newsletter).first?.told
        }
        var weak = try SubjectAct.sample(at: "2026-10-01T09:00:00Z", method: .phone)
        weak.told = ["weak": "1"]
        _ = try ledger.record(weak)
        #expect(try told() == ["weak": "1"])
        _ = try ledger.record(yes([:]))
        #expect(try told() == [:])
        folder.clock.advance(60)
        _ = try ledger.record(.sample(.withdrawn))
        #expect(try told() == [:])
    }

    static let refused: [(told: [String: String], what: String)] = [
        (["": "x"], "name"), (["expires-at": "x"], "name"), (["a1": "x"], "name"), (["é": "x"], "name"),
        (["a.b.c": "x"], "name"), ([".a": "x"], "name"), ([String(repeating: "a", count: 41): "x"], "name"),
        (["a": ""], "empty"), (["a": String(repeating: "x", count: 201)], "longer than 200"),
        (["a": "x\ny"], "control"), (["a": "\u{1B}[31m"], "control"), (["a": "x\u{2028}"], "control"),
        (
            Dictionary(uniqueKeysWithValues: (0..<33).map { (String(repeating: "a", count: $0 + 1), "x") }),
            "33 facts"
        ),
    ]

    @Test("are refused where a record cannot hold them, and not repeated", arguments: refused.indices)
    func refuses(number: Int) throws {
        let faulty = Self.refused[number]
        let act = try yes(faulty.told)
        let error = #expect(throws: LedgerError.self) { try ledger.record(act) }
        #expect(error?.code == .invalidFact)
        #expect(error?.message.contains(faulty.what) == true)
        #expect(try ledger.history(of: ada).isEmpty)
    }

    @Test("may be as many and as long as the limits say")
    func limits() throws {
        let told = Dictionary(
            uniqueKeysWithValues: (0..<32).map {
                (String(repeating: "a", count: $0 + 9), String(repeating: "x", count: 200))
            })
        _ = try ledger.record(yes(told))
        #expect(try ledger.history(of: ada).first?.told == told)
    }

    @Test("keep out whose record was changed, today and not at the next verification")
    func changedRecord() throws {
        _ = try ledger.record(yes(["a": "1"]))
        try folder.edit(folder.home.vaultDatabase, "UPDATE events SET payload = zeroblob(length(payload))")
        #expect(ledgerError { _ = try ledger.standings(of: [ada], for: .newsletter) }?.code == .corrupt)
    }
}
