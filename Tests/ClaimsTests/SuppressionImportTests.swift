import CanonicalJSON
import Claims
import Consent
import Cryptography
import Ledger
import Lists
import Origins
import TestSupport
import Testing

@Suite("Another tool's unsubscribes")
struct SuppressionImportTests {
    let bench: ImportBench

    init() throws { bench = try ImportBench() }

    @discardableResult
    private func take(
        _ text: String, name: String = "list.csv", hash: AddressHash.Kind? = nil, map: String? = nil,
        since: Instant? = nil
    ) throws -> SuppressionResult {
        var request = SuppressionRequest(list: try bench.list(text, name: name), scope: .everything)
        request.hash = hash
        request.since = since
        if let map { request.columns = try ColumnMap(parsing: [map]) }
        return try SuppressionImport(request, ledger: bench.ledger, catalogue: LayoutCatalogue.shipped).run()
    }

    private func isSuppressed(_ address: String) throws -> Bool {
        try bench.ledger.standings(of: [EmailAddress(parsing: address)], for: .newsletter)[0].isSuppressed
    }

    private static func hashed(_ address: String, _ algorithm: ForeignHash.Algorithm) throws -> String {
        Hex.encode(try ForeignHash(algorithm).digest(of: Array(address.utf8)))
    }

    @Test(
        "are found in whatever list they come",
        arguments: [
            "email,first_name\nada@example.org,Ada\nbob@example.org,Bob\n",
            "ada@example.org\nbob@example.org\n",
            "Name;E-Mail\nAda;Ada <ada@example.org>\nBob;mailto:bob@example.org\n",
            "Vorname\tMail\tzweite Mail\nAda\tada@example.org\tada2@example.org\nBob\tbob@example.org\t\n",
        ])
    func lists(text: String) throws {
        let result = try take(text)
        #expect(result.tally.unread == 0)
        #expect(result.tally.rows == 2)
        #expect(try isSuppressed("ada@example.org"))
        #expect(try isSuppressed("bob@example.org"))
        #expect(try !isSuppressed("cem@example.org"))
    }

    @Test(
        "are understood as hashes, with and without a header, alone and beside other columns",
        arguments: [
            (ForeignHash.Algorithm.md5, "", ""), (.sha1, "", ""), (.sha256, "", ""),
            (.md5, "email_md5\n", ""), (.sha256, "EMAIL\n", ""), (.sha256, "hash,left\n", ",2026-01-05"),
            (.sha1, "id;sha1\n", ";"),
        ])
    func hashes(algorithm: ForeignHash.Algorithm, header: String, tail: String) throws {
        let people = (0..<300).map { "person\($0)@example.org" }
        let rows = try people.map { person in
            let hash = try Self.hashed(person, algorithm)
            return tail == ";" ? "17;\(hash.uppercased())\n" : hash + tail + "\n"
        }
        let result = try take(header + rows.joined())
        #expect(result.tally.rows == 300)
        #expect(result.tally.hashes.values.reduce(0, +) == 300)
        #expect(result.tally.addresses == 0)
        for person in [people[0], people[1], people[299]] { #expect(try isSuppressed(person)) }
        #expect(try !isSuppressed("person300@example.org"))
    }

    @Test("of several kinds in one row all count, unless one is named")
    func severalKinds() throws {
        let text =
            try "md5,sha256\n" + Self.hashed("ada@example.org", .md5) + ","
            + Self.hashed("bob@example.org", .sha256) + "\n"
        #expect(try take(text).tally.hashes == [.md5: 1, .sha256: 1])
        #expect(try take(text, hash: .md5).tally.hashes == [.md5: 1])
        #expect(try isSuppressed("ada@example.org"))
        #expect(try isSuppressed("bob@example.org"))
    }

    @Test("take a number that looks like a hash for none where there are addresses")
    func numbers() throws {
        let text = "email,customer\nada@example.org,0cbc6611f5540bd0809a388dc95a615b\n"
        #expect(try take(text).tally.hashes == [:])
        #expect(try take(text, hash: .md5).tally.hashes == [.md5: 1])
    }

    @Test("keep a row out that the gate would let pass, with the rule of the do-not-mail list")
    func gate() throws {
        try bench.scratch.optIn("ada@example.org")
        try bench.scratch.optIn("bob@example.org")
        let path = try bench.list("email\nada@example.org\nbob@example.org\n", name: "vetted.csv")
        #expect(try bench.rules(path) == ["accept", "accept"])
        try take(Self.hashed("ada@example.org", .md5) + "\n", name: "stops.txt")
        #expect(try bench.rules(path) == ["D02", "accept"])
        bench.scratch.clock.advance(by: 2 * 86_400)
        try bench.scratch.optIn("ada@example.org")
        #expect(try bench.rules(path) == ["accept", "accept"], "she came back herself")
    }

    @Test("count from the day on which each left, where the list says so")
    func since() throws {
        try bench.scratch.optIn("ada@example.org")
        try bench.scratch.optIn("bob@example.org")
        try take("email,unsubscribed_at\nada@example.org,2025-06-01\nbob@example.org,\n")
        #expect(try !isSuppressed("ada@example.org"), "she signed up after that")
        #expect(try isSuppressed("bob@example.org"))
        try take("email,unsubscribed_at\nada@example.org,2025-06-01\n", since: bench.ledger.now)
        #expect(try isSuppressed("ada@example.org"))
    }

    @Test("twice change nothing: not the log, and not for who came back meanwhile")
    func twice() throws {
        let text = "email\nada@example.org\n"
        #expect(try take(text).run != nil)
        bench.scratch.clock.advance(by: 2 * 86_400)
        try bench.scratch.optIn("ada@example.org")
        let size = bench.size
        #expect(try take(text).run == nil)
        #expect(bench.size == size)
        #expect(try !isSuppressed("ada@example.org"))
    }

    @Test("leave digest and counts in the log, and nobody's address")
    func openRecord() throws {
        let result = try take("email\nada@example.org\nnobody\n")
        #expect(result.tally.unread == 1)
        #expect(result.tally.firstUnreadLine == 3)
        let record = try #require(try bench.ledger.openRecords(.suppressionImported).first)
        let told = record["suppression"]
        #expect(told?["rows"]?.number == 2)
        #expect(told?["addresses"]?.number == 1)
        #expect(told?["list"]?["sha256"]?.text == result.sha256)
        #expect(!String(decoding: record.record, as: UTF8.self).contains("ada"))
    }

    @Test("are refused where nobody can be found in them", arguments: ["name,town\nAda,London\nBob,Paris\n"])
    func nobody(text: String) throws {
        #expect(throws: ListError.self) { try take(text) }
        #expect(throws: ListError.self) { try take(text, hash: .sha1) }
        #expect(try bench.ledger.suppressions().count == 0)
    }

    @Test("are taken in one commit for many, and all of them")
    func many() throws {
        let count = 70_000
        var text = ""
        for number in 0..<count { text += Hex.encode(Self.number(number)) + "\n" }
        #expect(try take(text).tally.hashes == [.sha256: UInt64(count)])
        #expect(try bench.ledger.suppressions().count == UInt64(count))
    }

    /// Thirty-two bytes that no other number has.
    private static func number(_ number: Int) -> [UInt8] {
        SHA256.digest(of: Array(String(number).utf8)).bytes
    }
}
