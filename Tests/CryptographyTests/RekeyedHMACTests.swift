import Cryptography
import Testing

@Suite("HMAC-SHA-256 under many keys")
struct RekeyedHMACTests {
    @Test("gives what HMACSHA256 gives, for every key and length, one after the other")
    func twin() throws {
        var mac = RekeyedHMAC()
        for length in 0...200 {
            let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7 + length) }
            let key = try #require(
                SecretKey(bytes: (0..<32).map { UInt8(truncatingIfNeeded: $0 * 5 + length * 3) }))
            var plain = HMACSHA256(key: key)
            #expect(mac.authenticate(message, key: key) == plain.authenticate(message), "\(length)")
        }
    }

    @Test("agrees with the vectors of Wycheproof whose keys have 32 bytes")
    func wycheproof() throws {
        let vectors = try Fixture.decode(
            "wycheproof/hmac_sha256_test.json", as: HMACSHA256Tests.Vectors.self)
        var mac = RekeyedHMAC()
        var run = 0
        for group in vectors.testGroups {
            for vector in group.tests {
                guard let key = SecretKey(bytes: vector.key.bytes) else { continue }
                let tag = mac.authenticate(vector.msg.bytes, key: key).bytes.prefix(group.tagSize / 8)
                #expect((Array(tag) == vector.tag.bytes) == (vector.result == "valid"), "\(vector.tcId)")
                run += 1
            }
        }
        #expect(run > 50)
    }
}
