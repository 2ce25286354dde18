import CanonicalJSON
import Consent
import Cryptography
import Ledger
import Testing

@Suite("Adopted policies")
struct AdoptedPolicyTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder(seed: 5)
        ledger = try folder.furnished()
    }

    private func digest(_ text: String) -> String { SHA256.digest(of: Array(text.utf8)).hex }

    @Test("stand with their files, and the last is in force")
    func inForce() throws {
        #expect(ledger.adoptedPolicy == nil)
        let files = [
            (name: "gdpr.yaml", text: "policy: gdpr\n\t\"ä\"\u{0}"), (name: "catalogue/L.yaml", text: ""),
        ]
        let first = try ledger.adopt(policy: "gdpr", sha256: digest("one"), files: files)
        folder.clock.advance(60)
        let second = try ledger.adopt(policy: "strict-de", sha256: digest("two"), files: [("s.yaml", "x")])
        let again = try folder.open(create: false)
        #expect(again.adoptedPolicy == second)
        #expect(try again.adoptedPolicies == [first, second])
        #expect((first.id, first.sha256, second.at) == ("gdpr", digest("one"), folder.clock.now))
        #expect(first.files.map(\.name) == ["gdpr.yaml", "catalogue/L.yaml"])
        #expect(first.files.map(\.sha256) == files.map { digest($0.text) })
        let texts = try again.adoptedPolicyFiles(first.rid)
        #expect(texts.map(\.name) == files.map(\.name) && texts.map(\.text) == files.map(\.text))
        #expect(try again.examine().findings == [])
    }

    @Test("the same digest appends nothing, and an older policy may be adopted again")
    func same() throws {
        let first = try ledger.adopt(policy: "gdpr", sha256: digest("one"), files: [("a", "1")])
        #expect(try ledger.adopt(policy: "gdpr", sha256: digest("one"), files: [("a", "1")]) == first)
        _ = try ledger.adopt(policy: "gdpr", sha256: digest("two"), files: [("a", "2")])
        let back = try ledger.adopt(policy: "gdpr", sha256: digest("one"), files: [("a", "1")])
        #expect(back.rid != first.rid)
        #expect(try ledger.adoptedPolicies.map(\.sha256) == ["one", "two", "one"].map(digest))
    }

    @Test("are refused where they cannot be adopted")
    func refused() throws {
        let hex = digest("one")
        let many = (0..<257).map { (name: "f\($0)", text: "") }
        let faulty: [(String, String, [(name: String, text: String)])] = [
            ("", hex, [("a", "")]), ("G D", hex, [("a", "")]), ("gdpr", "ab", [("a", "")]), ("gdpr", hex, []),
            ("gdpr", hex, [("a", ""), ("a", "")]), ("gdpr", hex, [("", "")]), ("gdpr", hex, [("a\n", "")]),
            ("gdpr", hex, many), ("gdpr", hex, [("a", String(repeating: "x", count: 2 << 20)), ("b", "x")]),
        ]
        for (id, sha256, files) in faulty {
            #expect(
                ledgerError { try ledger.adopt(policy: id, sha256: sha256, files: files) }?.code
                    == .invalidPolicy)
        }
        #expect(ledger.adoptedPolicy == nil)
        #expect(
            ledgerError {
                _ = try ledger.adoptedPolicyFiles(#require(RecordID(bytes: Array(repeating: 1, count: 16))))
            }?.code == .unknownRecord)
    }
}
