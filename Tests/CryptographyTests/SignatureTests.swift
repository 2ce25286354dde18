import Cryptography
import Testing

@Suite("An Ed25519 signature")
struct SignatureTests {
    struct Wycheproof: Decodable {
        struct Group: Decodable {
            struct Key: Decodable { let pk: HexBytes }
            let publicKey: Key
            let tests: [Case]
        }
        struct Case: Decodable {
            let tcId: Int
            let msg, sig: HexBytes
            let result: String
        }
        let testGroups: [Group]
    }

    struct EdgeCase: Decodable {
        let key, sig: HexBytes
        let msg: String
    }

    @Test("is judged as all 151 vectors of Wycheproof want it")
    func wycheproof() throws {
        let vectors = try Fixture.decode("wycheproof/ed25519_test.json", as: Wycheproof.self)
        var run = 0
        for group in vectors.testGroups {
            let key = try #require(VerifyingKey(bytes: group.publicKey.pk.bytes))
            for vector in group.tests {
                let valid = key.isValid(signature: vector.sig.bytes, for: vector.msg.bytes)
                #expect(valid == (vector.result == "valid"), "\(vector.tcId)")
                run += 1
            }
        }
        #expect(run == 151)
    }

    @Test("is accepted in the same 208 of 914 edge cases as Go accepts")
    func edgeCases() throws {
        let vectors = try Fixture.decode("cctv-ed25519/ed25519vectors.json", as: [EdgeCase].self)
        #expect(vectors.count == 914)
        let accepted = try vectors.count { vector in
            let key = try #require(VerifyingKey(bytes: vector.key.bytes))
            return key.isValid(signature: vector.sig.bytes, for: Array(vector.msg.utf8))
        }
        #expect(accepted == 208)
    }

    @Test(
        "is made as RFC 8032 section 7.1 says",
        arguments: [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                    + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
            ),
        ])
    func knownAnswers(seed: String, publicKey: String, message: String, signature: String) throws {
        let key = SigningKey(seed: try #require(SecretKey(hex: seed)))
        let message = try #require(Hex.decode(message))
        #expect(Hex.encode(key.verifyingKey.bytes) == publicKey)
        #expect(Hex.encode(key.sign(message)) == signature)
        #expect(key.verifyingKey.isValid(signature: key.sign(message), for: message))
    }

    @Test("does not hold for another message, key or signature")
    func noticesChanges() throws {
        let key = SigningKey(seed: try SecretKey.generate(from: SystemRandom()))
        let other = SigningKey(seed: try SecretKey.generate(from: SystemRandom()))
        let signature = key.sign([1, 2, 3])
        #expect(!key.verifyingKey.isValid(signature: signature, for: [1, 2]))
        #expect(!other.verifyingKey.isValid(signature: signature, for: [1, 2, 3]))
        #expect(!key.verifyingKey.isValid(signature: Array(signature.dropLast()), for: [1, 2, 3]))
        #expect(!key.verifyingKey.isValid(signature: signature + [0], for: [1, 2, 3]))
        #expect(!key.verifyingKey.isValid(signature: [], for: [1, 2, 3]))
        #expect(key.verifyingKey.isValid(signature: signature, for: [1, 2, 3]))
    }

    @Test("needs a key of 32 bytes", arguments: [0, 31, 33])
    func refusesOtherLengths(count: Int) {
        #expect(VerifyingKey(bytes: [UInt8](repeating: 1, count: count)) == nil)
    }
}
