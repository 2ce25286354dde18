import Cryptography
import Testing

@Suite("A digest")
struct DigestTests {
    static let hex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    static let base64 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

    @Test("is the same out of bytes, hexadecimal digits and Base64")
    func isOneOfThreeSpellings() throws {
        let digest = try #require(Digest(bytes: Array(0..<32)))
        #expect(digest == Digest(hex: Self.hex))
        #expect(digest == Digest(hex: Self.hex.uppercased()))
        #expect(digest == Digest(base64: Self.base64))
        #expect(digest.bytes == Array(0..<32))
        #expect(digest.hex == Self.hex)
        #expect(digest.base64 == Self.base64)
        #expect("\(digest)" == Self.hex)
    }

    @Test("has 32 bytes and no other number", arguments: [0, 1, 31, 33, 64])
    func refusesOtherLengths(count: Int) {
        let bytes = [UInt8](repeating: 7, count: count)
        #expect(Digest(bytes: bytes) == nil)
        #expect(Digest(hex: Hex.encode(bytes)) == nil)
        #expect(Digest(base64: Base64.encode(bytes)) == nil)
    }

    @Test("is taken out of any collection")
    func takesAnyCollection() {
        #expect(Digest(bytes: (0..<32).lazy.map { UInt8($0) }) == Digest(hex: Self.hex))
        #expect(Digest(bytes: Array(0..<64)[0..<32]) == Digest(hex: Self.hex))
    }

    @Test("is ordered by its bytes, the first one first", arguments: 0..<32)
    func isOrderedByBytes(place: Int) throws {
        var smaller = [UInt8](repeating: 0x80, count: 32)
        var larger = smaller
        smaller[place] = 0x01
        larger[place] = 0xFE
        // What comes later must not matter.
        for later in (place + 1)..<32 { (smaller[later], larger[later]) = (0xFF, 0x00) }
        let (left, right) = (try #require(Digest(bytes: smaller)), try #require(Digest(bytes: larger)))
        #expect(left < right)
        #expect(!(right < left))
        #expect(left != right)
        #expect(left.hashValue != right.hashValue)
    }

    @Test("can be joined with others and split again")
    func splitsWhatItJoined() throws {
        let digests = [SHA256.digest(of: [1]), SHA256.digest(of: [2]), SHA256.digest(of: [3])]
        let joined = Digest.join(digests)
        #expect(joined == digests.flatMap(\.bytes))
        #expect(Digest.split(joined) == digests)
        #expect(Digest.split([]) == [])
        #expect(Digest.split(Array(joined.dropLast())) == nil)
    }

    @Test("are told to be joined bytes only where every byte is theirs")
    func joined() {
        let digests = (UInt8(0)..<3).map { SHA256.digest(of: [$0]) }
        let bytes = Digest.join(digests)
        #expect(Digest.joined(digests, are: bytes) && Digest.joined([], are: []))
        #expect(!Digest.joined(digests, are: Array(bytes.dropLast())) && !Digest.joined([], are: bytes))
        for place in [0, 31, 32, 95] {
            var changed = bytes
            changed[place] ^= 1
            #expect(!Digest.joined(digests, are: changed))
        }
    }
}
