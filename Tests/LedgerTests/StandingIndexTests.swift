import Consent
import Files
import Foundation
import Ledger
import LookUp
import Testing

@Suite("The look-up file of standings")
struct StandingIndexTests {
    /// What the index and the do-not-mail filter say of subjects, held against what the ledger says; how many were sent
    /// to the ledger.
    @discardableResult
    private func compare(
        _ index: StandingIndex, _ ledger: Ledger, _ subjects: [EmailAddress], _ purpose: Purpose
    ) throws -> Int {
        let filter = try ledger.suppressionFilter()
        let hasher = ledger.addressHasher
        var hits: [LookUpHit] = []
        index.find(subjects.map { hasher.key(of: Array($0.normalized.utf8).span) }, into: &hits)
        let plain = try ledger.standings(of: subjects, for: purpose)
        var (asked, ordinals): (Int, [UInt32]) = (0, [])
        for (place, subject) in subjects.enumerated() {
            let isKnown = plain[place].hasRecords
            if isKnown { ordinals.append(hits[place].place) }
            if !isKnown { #expect(hits[place].number == StandingIndex.unknown) }
            guard let standing = index.standing(hits[place].number) else {
                asked += 1
                continue
            }
            #expect(HeldStanding(standing) == HeldStanding(plain[place]), "\(place)")
            let mayBeSuppressed = filter.mayHold(Array(subject.normalized.utf8).span)
            #expect(mayBeSuppressed || !plain[place].isSuppressed)
        }
        #expect(Set(ordinals).count == ordinals.count)
        #expect(ordinals.allSatisfy { Int($0) < index.subjectCount })
        return asked
    }

    @Test(
        "says of everybody what the ledger says, for every purpose", .timeLimit(.minutes(3)),
        arguments: [0, 1_000_000])
    func isPlain(memoryLimit: UInt64) throws {
        let random = try RandomLedger(seed: 700, count: 400)
        let ledger = try random.folder.open()
        for purpose in random.purposes {
            let index = try #require(try ledger.standingIndex(for: purpose, memoryLimit: memoryLimit))
            #expect(index.condition == (memoryLimit == 0 ? .made : .small))
            let asked = try compare(index, ledger, random.subjects, purpose)
            #expect(asked > 0 && asked < 150, "\(asked) of 400 were sent to the ledger")
        }
        #expect(try ledger.standingIndex(for: .everything) == nil)
    }

    @Test("takes in what is recorded after it was written, by whomever of us", .timeLimit(.minutes(3)))
    func grows() throws {
        let random = try RandomLedger(seed: 701, count: 300)
        var ledger = try random.folder.open()
        _ = try ledger.standingIndex(for: .newsletter, memoryLimit: 0)
        for round in 0..<4 {
            let other = try random.folder.open()
            try random.act(
                on: round % 2 == 0 ? other : ledger, [3, 7, 20 + round, 40 + round], salt: 10 + UInt64(round))
            // The last program that closes the vault moves the write-ahead log into it.
            if round == 2 { ledger = other }
            if round == 3 { ledger = try random.folder.open() }
            let index = try #require(try ledger.standingIndex(for: .newsletter, memoryLimit: 0))
            #expect(index.condition == .fresh, "round \(round)")
            #expect(index.newerCount >= 4)
            try compare(index, ledger, random.subjects, .newsletter)
        }
    }

    @Test("notices that evidence of one came to show an act of another")
    func sharing() throws {
        let folder = try LedgerFolder(seed: 702)
        let ledger = try folder.furnished()
        let (ada, bob) = (
            try EmailAddress(parsing: "ada@example.org"), try EmailAddress(parsing: "bob@example.org")
        )
        func give(_ address: EmailAddress) throws {
            _ = try ledger.record(
                .sample(
                    .given, address.normalized, at: "2026-10-01T08:00:00Z", method: .webForm,
                    evidence: [.text("one")]))
        }
        func isShared() throws -> (Bool?, StandingIndex.Condition) {
            let index = try #require(try ledger.standingIndex(for: .newsletter, memoryLimit: 0))
            var hits: [LookUpHit] = []
            index.find([ledger.addressHasher.key(of: Array(ada.normalized.utf8).span)], into: &hits)
            return (index.standing(hits[0].number)?.isEvidenceShared, index.condition)
        }
        try give(ada)
        #expect(try isShared() == (false, .made))
        try give(bob)
        #expect(try isShared() == (true, .fresh))
    }

    @Test("is not believed when something else changed the vault")
    func foreignChange() throws {
        let random = try RandomLedger(seed: 703, count: 120)
        do {
            let ledger = try random.folder.open()
            _ = try ledger.standingIndex(for: .newsletter, memoryLimit: 0)
        }
        do {
            let ledger = try random.folder.open()
            #expect(try ledger.standingIndex(for: .newsletter, memoryLimit: 0)?.condition == .fresh)
        }
        try random.folder.edit(
            random.folder.home.vaultDatabase,
            "UPDATE evidence SET sealed = randomblob(length(sealed)) WHERE sealed IS NOT NULL")
        let ledger = try random.folder.open()
        let index = try #require(try ledger.standingIndex(for: .newsletter, memoryLimit: 0))
        #expect(index.condition == .renewed)
        try compare(index, ledger, random.subjects, .newsletter)
    }

    @Test("an older copy that is put back hides no withdrawal")
    func olderCopy() throws {
        let folder = try LedgerFolder(seed: 704)
        let ledger = try folder.furnished()
        let people = try (0..<50).map { try EmailAddress(parsing: "person\($0)@example.org") }
        for person in people { _ = try ledger.record(.sample(.given, person.normalized, method: .webForm)) }
        let path = folder.home.standings(for: .newsletter)
        _ = try ledger.standingIndex(for: .newsletter, memoryLimit: 0)
        let older = try Data(contentsOf: URL(filePath: path))
        _ = try ledger.record(.sample(.withdrawn, people[7].normalized))
        try PrivateFile.remove(path)
        #expect(try ledger.standingIndex(for: .newsletter, memoryLimit: 0)?.condition == .made)
        try older.write(to: URL(filePath: path))
        let index = try #require(try ledger.standingIndex(for: .newsletter, memoryLimit: 0))
        try compare(index, ledger, people, .newsletter)
        var hits: [LookUpHit] = []
        index.find([ledger.addressHasher.key(of: Array(people[7].normalized.utf8).span)], into: &hits)
        #expect(index.standing(hits[0].number)?.standing.state == .withdrawn)
    }

    @Test("one of another purpose or another ledger is made anew")
    func foreignFile() throws {
        let (one, other) = (try RandomLedger(seed: 705, count: 40), try RandomLedger(seed: 706, count: 40))
        let (ledger, stranger) = (try one.folder.open(), try other.folder.open())
        let offers = try #require(Purpose("offers"))
        _ = try ledger.standingIndex(for: offers, memoryLimit: 0)
        _ = try stranger.standingIndex(for: .newsletter, memoryLimit: 0)
        let place = URL(filePath: one.folder.home.standings(for: .newsletter))
        for source in [one.folder.home.standings(for: offers), other.folder.home.standings(for: .newsletter)]
        {
            try Data(contentsOf: URL(filePath: source)).write(to: place)
            let index = try #require(try ledger.standingIndex(for: .newsletter, memoryLimit: 0))
            #expect(index.condition == .mended)
            try compare(index, ledger, one.subjects, .newsletter)
        }
    }

    @Test("no flipped bit decides anything")
    func flips() throws {
        let random = try RandomLedger(seed: 707, count: 200)
        let ledger = try random.folder.open()
        _ = try ledger.standingIndex(for: .newsletter, memoryLimit: 0)
        let place = URL(filePath: random.folder.home.standings(for: .newsletter))
        let whole = try Data(contentsOf: place)
        let keys = random.subjects.map { ledger.addressHasher.key(of: Array($0.normalized.utf8).span) }
        let truth = try ledger.standings(of: random.subjects, for: .newsletter).map(HeldStanding.init)
        var generator = SeededRandom(seed: 7)
        var (mended, damaged) = (0, 0)
        for round in 0..<160 {
            var bytes = whole
            // Every other time in the seal, without which nothing of the file is believed.
            let first = round % 2 == 0 ? 0 : bytes.count - 4096
            let byte = Int.random(in: first..<bytes.count, using: &generator)
            bytes[byte] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            try PrivateFile.remove(place.path)
            try bytes.write(to: place)
            let index = try #require(try ledger.standingIndex(for: .newsletter, memoryLimit: 0))
            if index.condition == .mended { mended += 1 }
            var hits: [LookUpHit] = []
            index.find(keys, into: &hits)
            for (hit, held) in zip(hits, truth) {
                guard let standing = index.standing(hit.number) else { continue }
                #expect(HeldStanding(standing) == held, "byte \(byte)")
            }
            if index.isDamaged { damaged += 1 }
        }
        #expect(mended >= 80 && damaged > 10, "\(mended) were made anew, \(damaged) had a damaged part")
    }

    @Test("an erasure leaves nothing of it, and the next look is true")
    func erasure() throws {
        let random = try RandomLedger(seed: 708, count: 60)
        let ledger = try random.folder.open()
        for purpose in random.purposes { _ = try ledger.standingIndex(for: purpose, memoryLimit: 0) }
        let gone = random.subjects[0]
        let key = ledger.lookupKey(of: gone)
        #expect(try ledger.erase([gone]).isDestroyed)
        let names = try Folder.names(in: random.folder.home.index)
        #expect(!names.contains { $0.hasSuffix(".standings") })
        for (name, bytes) in try random.folder.everyFile() {
            #expect(!Data(bytes).contains(Data(key.prefix(8))), "\(name)")
            #expect(!Data(bytes).contains(Data(key.prefix(8).reversed())), "\(name)")
        }
        let index = try #require(try ledger.standingIndex(for: .newsletter, memoryLimit: 0))
        try compare(index, ledger, random.subjects, .newsletter)
    }
}

extension Data {
    fileprivate func contains(_ bytes: Data) -> Bool { range(of: bytes) != nil }
}
