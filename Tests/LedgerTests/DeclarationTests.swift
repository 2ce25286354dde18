import CanonicalJSON
import Consent
import Ledger
import MerkleLog
import Testing

@Suite("What is declared of the sending")
struct DeclarationTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder(seed: 4)
        ledger = try folder.furnished()
    }

    private func standing(_ purpose: Purpose = .newsletter) throws -> [String: String] {
        try folder.open(create: false).declarations(for: purpose).mapValues(\.value)
    }

    @Test("is remembered for each purpose, merged, and says since when each stands")
    func merges() throws {
        _ = try ledger.publish(LedgerFolder.wording("offers", purposes: ["offers"]))
        let offers = try #require(Purpose("offers"))
        let first = folder.clock.now
        try ledger.declare(["tool": "listmonk", "oneClick": "true"], for: .newsletter)
        folder.clock.advance(60)
        try ledger.declare(["tool": "Mailchimp", "register": "DE 12"], for: .newsletter)
        try ledger.declare(["tool": "other"], for: offers)
        #expect(try standing() == ["tool": "Mailchimp", "oneClick": "true", "register": "DE 12"])
        #expect(try standing(offers) == ["tool": "other"])
        #expect(ledger.declarations(for: .newsletter)["oneClick"]?.at == first)
        #expect(ledger.declarations(for: .newsletter)["tool"]?.at == folder.clock.now)
        #expect(ledger.declarations(for: .everything).isEmpty)
        #expect(try ledger.examine().findings == [])
    }

    @Test("appends what changes and nothing else")
    func appendsChanges() throws {
        #expect(try ledger.declare([:], for: .newsletter) == nil)
        #expect(try ledger.declare(["tool": ""], for: .newsletter) == nil)
        _ = try ledger.declare(["tool": "listmonk", "oneClick": "true"], for: .newsletter)
        let size = ledger.checkpoint.checkpoint.size
        #expect(try ledger.declare(["tool": "listmonk"], for: .newsletter) == nil)
        #expect(ledger.checkpoint.checkpoint.size == size)
        let record = try #require(try ledger.declare(["tool": "x", "oneClick": "true"], for: .newsletter))
        #expect(record["facts"]?.members?.map(\.name) == ["tool"])
    }

    @Test("an empty text takes one back, and it may be told again")
    func takesBack() throws {
        try ledger.declare(["tool": "listmonk", "oneClick": "true"], for: .newsletter)
        try ledger.declare(["tool": ""], for: .newsletter)
        #expect(try standing() == ["oneClick": "true"])
        try ledger.declare(["tool": "listmonk"], for: .newsletter)
        #expect(try standing() == ["oneClick": "true", "tool": "listmonk"])
    }

    @Test(
        "is refused where the open log may not hold it",
        arguments: [
            ["sender": "ada@example.org"], ["sender": "ada\u{FF20}example.org"], ["a b": "x"],
            ["tool": "x\ty"],
            ["tool": String(repeating: "x", count: 201)],
        ])
    func refused(facts: [String: String]) throws {
        let error = ledgerError { try ledger.declare(facts, for: .newsletter) }
        #expect(error?.code == .invalidFact)
        #expect(error?.description.contains("ada") == false)
        #expect(ledger.declarations(for: .newsletter).isEmpty)
    }

    @Test("is of a known purpose, and never more than 128 facts stand")
    func bounded() throws {
        #expect(
            ledgerError { try ledger.declare(["a": "b"], for: #require(Purpose("offers"))) }?.code
                == .unknownPurpose)
        for batch in 0..<4 {
            let facts = (0..<32).map { (name(batch * 32 + $0), "x") }
            try ledger.declare(Dictionary(uniqueKeysWithValues: facts), for: .newsletter)
        }
        #expect(ledgerError { try ledger.declare(["more": "x"], for: .newsletter) }?.code == .invalidFact)
        try ledger.declare(["more": "x", name(5): ""], for: .newsletter)
        #expect(try standing().count == 128)
    }

    private func name(_ number: Int) -> String {
        String(number).map { String(UnicodeScalar(97 + UInt8($0.wholeNumberValue ?? 0))) }.joined()
    }
}
