import Cryptography
import Testing

@Suite("HMAC-SHA-256")
struct HMACSHA256Tests {
    struct Vectors: Decodable {
        struct Group: Decodable {
            let tagSize: Int
            let tests: [Case]
        }
        struct Case: Decodable {
            let tcId: Int
            let key, msg, tag: HexBytes
            let result: String
        }
        let testGroups: [Group]
    }

    @Test("agrees with all 174 vectors of Wycheproof, tags cut to 128 bits included")
    func wycheproof() throws {
        let vectors = try Fixture.decode("wycheproof/hmac_sha256_test.json", as: Vectors.self)
        var run = 0
        for group in vectors.testGroups {
            for vector in group.tests {
                var hmac = HMACSHA256(key: vector.key.bytes)
                let tag = Array(hmac.authenticate(vector.msg.bytes).bytes.prefix(group.tagSize / 8))
                #expect(
                    constantTimeEquals(tag, vector.tag.bytes) == (vector.result == "valid"), "\(vector.tcId)")
                run += 1
            }
        }
        #expect(run == 174)
    }

    @Test("keeps its key from message to message")
    func keepsKey() {
        let key: [UInt8] = Array("key".utf8)
        let message = Array("The quick brown fox jumps over the lazy dog".utf8)
        let expected = "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"
        var hmac = HMACSHA256(key: key)
        for _ in 0..<3 {
            #expect(hmac.authenticate(message).hex == expected)
            #expect(hmac.authenticate([]) != hmac.authenticate(message))
        }
    }

    @Test("takes an empty key and an empty message")
    func takesNothing() {
        var hmac = HMACSHA256(key: [])
        let expected = "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"
        #expect(hmac.authenticate().hex == expected)
        #expect(hmac.authenticate([]).hex == expected)
    }

    @Test("does not mind in which parts a message comes")
    func takesParts() throws {
        let key = try #require(SecretKey(bytes: Array(100..<132)))
        var hmac = HMACSHA256(key: key)
        let whole = hmac.authenticate([1, 2, 3, 4, 5])
        #expect(hmac.authenticate([1], [], [2, 3], [4, 5]) == whole)
        let lent = [UInt8]([1, 2, 3, 4, 5]).withUnsafeBytes { hmac.authenticate($0) }
        #expect(lent == whole)
        hmac.update([1, 2])
        hmac.update([3, 4, 5])
        #expect(hmac.finalize() == whole)
        hmac.update(whole)
        #expect(hmac.finalize() == hmac.authenticate(whole.bytes))
    }

    @Test("is the same under a secret key and under its bytes")
    func takesBothKinds() throws {
        let bytes = [UInt8](0..<32)
        var secret = HMACSHA256(key: try #require(SecretKey(bytes: bytes)))
        var plain = HMACSHA256(key: bytes)
        #expect(secret.authenticate([1]) == plain.authenticate([1]))
    }

    /// HMAC as RFC 2104 writes it down, over EVP's SHA-256, which has nothing in common with what is tested.
    private func plain(_ key: [UInt8], _ message: [UInt8]) -> Digest {
        let block = (key.count > 64 ? SHA256.digest(of: key).bytes : key)
        let padded = block + [UInt8](repeating: 0, count: 64 - block.count)
        let inner = SHA256.digest(of: padded.map { $0 ^ 0x36 } + message)
        return SHA256.digest(of: padded.map { $0 ^ 0x5C } + inner.bytes)
    }

    @Test("is HMAC by its definition for every length from 0 to 200", arguments: [0, 1, 32, 63, 64, 65, 200])
    func everyLength(ofKey length: Int) {
        let key = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 3) }
        let kept = HMACKey(key)
        var pieces = HMACSHA256(kept)
        for count in 0...200 {
            let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ count) }
            let expected = plain(key, message)
            #expect(kept.authenticate(message.span) == expected, "\(count) bytes at once")
            let cut = count / 3
            #expect(
                pieces.authenticate(Array(message[..<cut]), Array(message[cut...])) == expected,
                "\(count) bytes")
        }
    }

    @Test("makes the codes of many messages that lie one after the other")
    func batch() {
        let key = HMACKey(Array("key".utf8))
        let messages = ["ada@example.org", "", "bob@example.org", String(repeating: "x", count: 300)]
        let bytes = messages.flatMap { Array($0.utf8) }
        var ends: [UInt32] = []
        for message in messages { ends.append((ends.last ?? 0) + UInt32(message.utf8.count)) }
        var codes = [Digest](repeating: SHA256.digest(of: []), count: messages.count)
        var span = codes.mutableSpan
        key.authenticate(bytes.span, ends: ends.span, into: &span)
        #expect(codes == messages.map { key.authenticate(Array($0.utf8).span) })
    }

    @Test("takes ends of messages that cannot be for the nearest that can")
    func wrongEnds() {
        let key = HMACKey(Array("key".utf8))
        var codes = [Digest](repeating: SHA256.digest(of: []), count: 3)
        var span = codes.mutableSpan
        key.authenticate([1, 2, 3].span, ends: [2, 1, 99].span, into: &span)
        #expect(codes == [[1, 2], [], [3]].map { key.authenticate($0.span) })
    }
}
