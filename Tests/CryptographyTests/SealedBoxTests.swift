import Cryptography
import Testing

@Suite("A sealed box")
struct SealedBoxTests {
    struct Vectors: Decodable {
        struct Group: Decodable {
            let ivSize, keySize, tagSize: Int
            let tests: [Case]
        }
        struct Case: Decodable {
            let tcId: Int
            let key, iv, aad, msg, ct, tag: HexBytes
            let result: String
        }
        let testGroups: [Group]
    }

    @Test("agrees with the 66 vectors of Wycheproof for 256-bit keys and 96-bit nonces; 250 are for others")
    func wycheproof() throws {
        let vectors = try Fixture.decode("wycheproof/aes_gcm_test.json", as: Vectors.self)
        var (run, skipped) = (0, 0)
        for group in vectors.testGroups {
            guard group.ivSize == 96, group.keySize == 256, group.tagSize == 128 else {
                skipped += group.tests.count
                continue
            }
            for vector in group.tests {
                let key = try #require(SecretKey(bytes: vector.key.bytes))
                let box = vector.iv.bytes + vector.ct.bytes + vector.tag.bytes
                run += 1
                guard vector.result == "valid" else {
                    #expect(throws: CryptographyError.self, "\(vector.tcId)") {
                        try SealedBox.open(box, key: key, context: vector.aad.bytes)
                    }
                    continue
                }
                let opened = try SealedBox.open(box, key: key, context: vector.aad.bytes)
                let sealed = try SealedBox.seal(
                    vector.msg.bytes, key: key, context: vector.aad.bytes,
                    random: FixedRandom(fixed: vector.iv.bytes))
                #expect(opened == vector.msg.bytes, "\(vector.tcId)")
                #expect(sealed == box, "\(vector.tcId)")
            }
        }
        #expect(run == 66)
        #expect(skipped == 250)
    }

    @Test("opens again, whatever the length", arguments: [0, 1, 15, 16, 17, 4096, 100_000])
    func opensAgain(count: Int) throws {
        let content = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let key = try SecretKey.generate(from: SystemRandom())
        let box = try SealedBox.seal(content, key: key, context: [1, 2], random: SystemRandom())
        #expect(box.count == count + SealedBox.overhead)
        #expect(try SealedBox.open(box, key: key, context: [1, 2]) == content)
    }

    @Test("stays shut when any of its bytes was changed")
    func noticesChanges() throws {
        let key = try SecretKey.generate(from: SystemRandom())
        let box = try SealedBox.seal([1, 2, 3], key: key, random: SystemRandom())
        for place in box.indices {
            var changed = box
            changed[place] ^= 1
            #expect(throws: CryptographyError.self) { try SealedBox.open(changed, key: key) }
        }
    }

    @Test("stays shut under another key, in another context, and when it is cut off")
    func noticesItsPlace() throws {
        let key = try SecretKey.generate(from: SystemRandom())
        let other = try SecretKey.generate(from: SystemRandom())
        let box = try SealedBox.seal([1, 2, 3], key: key, context: [7], random: SystemRandom())
        let refused: [(box: [UInt8], key: SecretKey, context: [UInt8], code: CryptographyError.Code)] = [
            (box, other, [7], .notAuthentic), (box, key, [8], .notAuthentic), (box, key, [], .notAuthentic),
            (Array(box.dropLast()), key, [7], .notAuthentic),
            (Array(box.prefix(27)), key, [7], .notASealedBox),
            ([], key, [7], .notASealedBox),
        ]
        for attempt in refused {
            let error = #expect(throws: CryptographyError.self) {
                try SealedBox.open(attempt.box, key: attempt.key, context: attempt.context)
            }
            #expect(error?.code == attempt.code)
        }
    }

    @Test("wraps a key, and gives back nothing but a key")
    func wrapsKeys() throws {
        let outer = try SecretKey.generate(from: SystemRandom())
        let inner = try SecretKey.generate(from: SystemRandom())
        let box = try SealedBox.wrap(inner, key: outer, context: [3], random: SystemRandom())
        #expect(box.count == 60)
        #expect(try SealedBox.unwrap(box, key: outer, context: [3]) == inner)
        let short = try SealedBox.seal([1], key: outer, random: SystemRandom())
        let error = #expect(throws: CryptographyError.self) { try SealedBox.unwrap(short, key: outer) }
        #expect(error?.code == .notAKey)
    }

    @Test("is not sealed with a nonce of the wrong length", arguments: [0, 11, 13])
    func refusesBadNonces(count: Int) throws {
        let key = try SecretKey.generate(from: SystemRandom())
        let random = FixedRandom(fixed: [UInt8](repeating: 0, count: count))
        #expect(throws: CryptographyError.self) { try SealedBox.seal([1], key: key, random: random) }
    }

    @Test("is the same from a sealer that has sealed and refused before")
    func sealerIsReusable() throws {
        let keys = try (0..<3).map { _ in try SecretKey.generate(from: SystemRandom()) }
        var sealer = Sealer()
        for round in 0..<30 {
            let key = keys[round % 3]
            let random = FixedRandom(fixed: [UInt8](repeating: UInt8(round), count: 12))
            let content = [UInt8](repeating: 9, count: round)
            let box = try sealer.seal(
                content, key: key, context: [UInt8](0..<UInt8(round % 4)), random: random)
            let alone = try SealedBox.seal(
                content, key: key, context: [UInt8](0..<UInt8(round % 4)), random: random)
            #expect(box == alone)
            #expect(throws: CryptographyError.self) {
                try SealedBox.open(box, key: keys[(round + 1) % 3])
            }
            #expect(try sealer.open(box, key: key, context: [UInt8](0..<UInt8(round % 4))) == content)
        }
    }

    @Test("tells what to do when it does not open, and nothing about what is in it")
    func explains() throws {
        let key = try SecretKey.generate(from: SystemRandom())
        let error = #expect(throws: CryptographyError.self) {
            try SealedBox.open([UInt8](repeating: 0, count: 40), key: key)
        }
        #expect(
            error?.description == """
                the sealed box does not open with this key in this place \
                (it was changed, or the key belongs to another ledger; check the key files)
                """)
    }
}
