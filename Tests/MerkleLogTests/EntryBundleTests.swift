import Cryptography
import MerkleLog
import Testing

@Suite("An entry bundle")
struct EntryBundleTests {
    @Test("gives back the entries it was made of", arguments: [0, 1, 255, 256])
    func roundTrip(count: Int) throws {
        let entries = (0..<count).map { [UInt8](repeating: UInt8(truncatingIfNeeded: $0), count: $0 * 3) }
        #expect(try EntryBundle.decode(try EntryBundle.encode(entries)) == entries)
    }

    @Test("puts the length of each entry before it, the high byte first")
    func layout() throws {
        let entry = [UInt8](repeating: 7, count: 258)
        #expect(try EntryBundle.encode([[9], [], entry]) == [0, 1, 9, 0, 0, 1, 2] + entry)
        let longest = [UInt8](repeating: 1, count: 65_535)
        #expect(try EntryBundle.decode([255, 255] + longest) == [longest])
    }

    @Test("refuses what does not fit")
    func refusesTooMuch() {
        let long = #expect(throws: EntryBundleError.self) {
            try EntryBundle.encode([[], [UInt8](repeating: 0, count: 65_536)])
        }
        #expect(long?.code == .entryTooLong)
        #expect(long?.entry == 1)
        let many = #expect(throws: EntryBundleError.self) {
            try EntryBundle.encode(Array(repeating: [], count: 257))
        }
        #expect(many?.code == .tooManyEntries)
        #expect(throws: EntryBundleError.self) { try EntryBundle.decode([UInt8](repeating: 0, count: 514)) }
    }

    @Test(
        "refuses bytes that end within an entry",
        arguments: [[0], [0, 1], [0, 2, 1], [0, 1, 9, 0], [255, 255, 0]] as [[UInt8]])
    func refusesTruncation(bytes: [UInt8]) {
        let error = #expect(throws: EntryBundleError.self) { try EntryBundle.decode(bytes) }
        #expect(error?.code == .cutOff)
    }

    @Test("is hashed where it lies to the same leaf hashes", arguments: [0, 1, 255, 256])
    func hashes(count: Int) throws {
        let entries = (0..<count).map { [UInt8](repeating: UInt8(truncatingIfNeeded: $0), count: $0 * 3) }
        var hasher = TreeHasher()
        var row = [TreeHash.empty]
        #expect(EntryBundle.hash(try EntryBundle.encode(entries), with: &hasher, into: &row))
        #expect(row == entries.map { TreeHash.leaf($0) })
    }

    @Test(
        "is not hashed where it ends within an entry or has too many",
        arguments: [
            [0], [0, 1], [0, 2, 1], [0, 1, 9, 0], [255, 255, 0], [UInt8](repeating: 0, count: 514),
        ]
            as [[UInt8]])
    func refusesToHash(bytes: [UInt8]) {
        var hasher = TreeHasher()
        var row: [Digest] = []
        #expect(!EntryBundle.hash(bytes, with: &hasher, into: &row))
    }
}
