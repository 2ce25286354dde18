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
}
