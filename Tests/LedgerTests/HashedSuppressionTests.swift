import Consent
import Cryptography
import Ledger
import Testing

@Suite("A do-not-mail list of hashes")
struct HashedSuppressionTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
    }

    private func isSuppressed(_ address: String, for purpose: Purpose = .newsletter) throws -> Bool? {
        try ledger.standings(of: [EmailAddress(parsing: address)], for: purpose).first?.isSuppressed
    }

    private func hash(_ text: String, _ algorithm: ForeignHash.Algorithm = .sha256) throws -> AddressHash {
        try #require(AddressHash(Hex.encode(ForeignHash(algorithm).digest(of: Array(text.utf8)))))
    }

    private func take(
        _ entries: [SuppressionEntry.Who], scope: Purpose = .everything, since: String? = nil,
        keepsKnown: Bool = false
    ) throws {
        try ledger.suppress(
            batch: entries.map { SuppressionEntry($0) }, scope: scope, since: since.map { at($0) },
            review: nil, keepsKnown: keepsKnown)
    }

    @Test(
        "keeps out whoever it names, in whichever form they were hashed",
        arguments: [
            (ForeignHash.Algorithm.md5, "ada@example.org", "Ada@Example.org", true),
            (.sha1, "ada@example.org", "ada+news@example.org", true),
            (.sha256, "ada@bücher.example", "ada@xn--bcher-kva.example", true),
            (.sha256, "ada@xn--bcher-kva.example", "ada@bücher.example", true),
            (.sha256, "ada@gmail.com", "a.d.a@googlemail.com", true),
            (.sha256, "bob@example.org", "ada@example.org", false),
            (.md5, "ada@example.com", "ada@example.org", false),
        ])
    func matches(algorithm: ForeignHash.Algorithm, hashed: String, typed: String, suppressed: Bool) throws {
        try take([.hash(hash(hashed, algorithm))])
        #expect(try isSuppressed(typed) == suppressed)
    }

    @Test("holds for its own purpose alone")
    func scope() throws {
        _ = try ledger.publish(LedgerFolder.wording("offers", purposes: ["offers"]))
        let offers = try #require(Purpose("offers"))
        try take([.hash(hash("ada@example.org"))], scope: offers)
        #expect(try isSuppressed("ada@example.org") == false)
        #expect(try isSuppressed("ada@example.org", for: offers) == true)
    }

    @Test("stores neither address nor hash, only keyed tags")
    func nothingPlain() throws {
        let digest = ForeignHash.Algorithm.md5
        try take([
            .hash(hash("ada@example.org", digest)), .address(EmailAddress(parsing: "bob@example.org")),
        ])
        let raw = try ForeignHash(digest).digest(of: Array("ada@example.org".utf8))
        let plain = [raw, Array(Hex.encode(raw).utf8), Array("bob@example.org".utf8)]
        for (name, bytes) in try folder.everyFile() {
            for pattern in plain { #expect(!bytes.contains(pattern), "\(name)") }
        }
    }

    @Test("is left by an own act of a later day, and the same list once more does not bring it back")
    func comingBack() throws {
        let entry = SuppressionEntry.Who.hash(try hash("ada@example.org"))
        try take([entry])
        folder.clock.advance(2 * 86_400)
        _ = try ledger.record(.form(at: folder.clock.now.description))
        #expect(try isSuppressed("ada@example.org") == false)
        folder.clock.advance(86_400)
        try take([entry], keepsKnown: true)
        #expect(try isSuppressed("ada@example.org") == false)
        try take([entry])
        #expect(try isSuppressed("ada@example.org") == true, "another list says that she left again")
    }

    @Test("counts since when each left, and never from a day to come")
    func since() throws {
        _ = try ledger.record(.form(at: "2026-09-20T08:00:00Z"))
        let ada = SuppressionEntry.Who.address(try EmailAddress(parsing: "ada@example.org"))
        try ledger.suppress(
            batch: [SuppressionEntry(ada, since: at("2026-09-10T00:00:00Z"))], scope: .everything, since: nil,
            review: nil, keepsKnown: false)
        #expect(try isSuppressed("ada@example.org") == false)
        try ledger.suppress(
            batch: [SuppressionEntry(ada, since: at("2036-09-10T00:00:00Z"))], scope: .everything, since: nil,
            review: nil, keepsKnown: false)
        #expect(try ledger.suppressions().groups.map(\.month) == ["2026-10"])
    }
}
