import Consent
import Cryptography
import Ledger
import Testing

@Suite("The filter over the do-not-mail list")
struct SuppressionFilterTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder(seed: 720)
        ledger = try folder.furnished()
    }

    private let written = [
        "ada@example.org", "ada+news@example.org", "+odd@example.org", "a.d.a@gmail.com",
        "ada+x@googlemail.com",
        "ada@gmail.com", "bob@bücher.example", "bob+1@bücher.example", "eve@example.com", "e.v.e@example.com",
        "mallory@example.net", "mal.lory+y@gmail.com", "mallory@gmail.com",
    ]

    private func people() throws -> [EmailAddress] { try written.map { try EmailAddress(parsing: $0) } }

    /// Nobody whom the list keeps out may be told from a stranger; how many others are.
    private func strangers() throws -> Int {
        let filter = try ledger.suppressionFilter()
        var count = 0
        for person in try people() {
            let isListed = try ledger.suppression(of: person, for: .newsletter) != nil
            let mayBe = filter.mayHold(Array(person.normalized.utf8).span)
            #expect(mayBe || !isListed, "\(person)")
            if !mayBe { count += 1 }
        }
        return count
    }

    @Test("tells nobody who is on the list from those who are, put there one by one and taken away again")
    func isSure() throws {
        #expect(try ledger.suppressionFilter().isEmpty)
        let people = try people()
        var least = people.count
        for person in people {
            try ledger.suppress([person], scope: .newsletter)
            least = min(least, try strangers())
        }
        #expect(least == 0)
        for person in people.reversed() {
            try ledger.unsuppress([person], scope: .everything, because: .mistake)
            least = max(least, try strangers())
        }
        #expect(least > 0)
    }

    @Test("knows that taking one away leaves the tag of another form of it")
    func leftTag() throws {
        let (plain, tagged) = (
            try EmailAddress(parsing: "ada@example.org"), try EmailAddress(parsing: "ada+1@example.org")
        )
        try ledger.suppress([plain, tagged], scope: .newsletter)
        try ledger.unsuppress([plain], scope: .everything, because: .ownWish)
        #expect(try ledger.suppression(of: tagged, for: .newsletter) != nil)
        #expect(try ledger.suppressionFilter().mayHold(Array(tagged.normalized.utf8).span))
    }

    @Test("knows people by the hashes of other tools", arguments: AddressHash.Kind.allCases)
    func hashes(kind: AddressHash.Kind) throws {
        let algorithm = try ForeignHash(
            ForeignHash.Algorithm(rawValue: kind.rawValue.uppercased()) ?? .sha256)
        for text in ["ada@example.org", "ada@googlemail.com", "eve@example.com", "bob@bücher.example"] {
            let hash = try #require(AddressHash(Hex.encode(algorithm.digest(of: Array(text.utf8)))))
            try ledger.suppress(
                batch: [SuppressionEntry(.hash(hash))], scope: .everything, since: nil, review: nil,
                keepsKnown: false)
        }
        let count = try strangers()
        #expect(count > 0)
    }

    @Test("takes in who comes onto the list, and gives up its file when it is damaged")
    func many() throws {
        let many = try (0..<12_000).map { try EmailAddress(parsing: "person\($0)@example.org") }
        try ledger.suppress(
            batch: many.map { SuppressionEntry(.address($0)) }, scope: .everything, since: nil, review: nil,
            keepsKnown: false)
        func found() throws -> Int {
            let filter = try ledger.suppressionFilter()
            return many.count { filter.mayHold(Array($0.normalized.utf8).span) }
        }
        #expect(try found() == many.count)
        #expect(try found() == many.count)
        #expect(try strangers() > 5)
        let ada = try EmailAddress(parsing: "ada@example.org")
        try ledger.suppress([ada], scope: .newsletter)
        #expect(try ledger.suppressionFilter().mayHold(Array(ada.normalized.utf8).span))
    }
}
