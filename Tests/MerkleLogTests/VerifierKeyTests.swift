import Cryptography
import MerkleLog
import Testing

@Suite("A verifier key")
struct VerifierKeyTests {
    struct Vectors: Decodable {
        struct Bad: Decodable { let name, vkey: String }
        struct Signing: Decodable { let skey, vkey, text, note: String }
        let goodKeys: [String]
        let badKeys: [Bad]
        let deterministicSign: Signing
    }

    private let vectors: Vectors

    init() throws {
        vectors = try Fixture.decode("signed-note/notes.json", as: Vectors.self)
    }

    @Test("is written as it was read")
    func roundTrip() throws {
        for text in vectors.goodKeys {
            let key = try VerifierKey(parsing: text)
            #expect(key.text == text)
            #expect("\(key)" == text)
            #expect(key.algorithm == .ed25519)
            #expect(try VerifierKey(name: key.name, algorithm: key.algorithm, key: key.key) == key)
        }
    }

    @Test("is refused when its length or its algorithm is wrong, although the id fits")
    func refusesBadKeys() {
        let codes = vectors.badKeys.map { bad in
            #expect(throws: NoteError.self) { try VerifierKey(parsing: bad.vkey) }?.code
        }
        #expect(codes == [.malformedKey, .unknownAlgorithm])
    }

    @Test("is refused when any part of it is missing")
    func refusesSubstrings() {
        let good = Array(vectors.goodKeys[0].utf8)
        for start in good.indices {
            for end in start...good.count where end - start < good.count {
                let part = String(decoding: good[start..<end], as: UTF8.self)
                #expect(throws: NoteError.self) { try VerifierKey(parsing: part) }
            }
        }
    }

    @Test("is refused when any character of it is another")
    func refusesChanges() {
        let good = Array(vectors.goodKeys[0].utf8)
        for place in good.indices {
            var changed = good
            changed[place] += 1
            let text = String(decoding: changed, as: UTF8.self)
            #expect(throws: NoteError.self, "\(text)") { try VerifierKey(parsing: text) }
        }
        #expect(throws: NoteError.self) {
            try VerifierKey(parsing: vectors.goodKeys[0].replacing("c74f20a3", with: "C74F20A3"))
        }
        #expect(throws: NoteError.self) { try VerifierKey(parsing: vectors.goodKeys[0] + "\n") }
    }

    @Test("is that of the signer, whose notes are the same every time")
    func signsDeterministically() throws {
        let signing = vectors.deterministicSign
        let secret = try #require(
            signing.skey.split(separator: "+", maxSplits: 4).last.flatMap { Base64.decode($0) })
        let seed = try #require(SecretKey(bytes: Array(secret.dropFirst())))
        let signer = try LogSigner(name: "PeterNeumann", seed: seed)
        #expect(signer.verifierKey.text == signing.vkey)
        #expect(try signer.sign(text: signing.text).serialized == signing.note)
        try signer.verifierKey.verify(try signer.sign(text: signing.text))
        #expect(throws: NoteError.self) { try signer.sign(text: "no newline") }
        #expect(throws: NoteError.self) { try LogSigner(name: "two words", seed: seed) }
    }

    @Test("refuses a note on which one of its signatures holds and another does not")
    func refusesMixedSignatures() throws {
        let signer = try LogSigner(name: "log", seed: SecretKey(SHA256.digest(of: [1])))
        let note = try signer.sign(text: "one\n")
        let other = try signer.sign(text: "two\n").signatures[0]
        let error = #expect(throws: NoteError.self) { try signer.verifierKey.verify(try note.adding(other)) }
        #expect(error?.code == .invalidSignature)
    }

    @Test("ignores signatures that share its name or its id, but not both")
    func ignoresOthers() throws {
        let signer = try LogSigner(name: "log", seed: SecretKey(SHA256.digest(of: [1])))
        let note = try signer.sign(text: "one\n")
        let own = note.signatures[0]
        let namesake = try NoteSignature(name: own.name, keyID: own.keyID ^ 1, bytes: [1])
        let sibling = try NoteSignature(name: "lög", keyID: own.keyID, bytes: [1])
        try signer.verifierKey.verify(try note.adding(namesake).adding(sibling))
        let error = #expect(throws: NoteError.self) {
            try signer.verifierKey.verify(try SignedNote(text: "one\n", signatures: [namesake, sibling]))
        }
        #expect(error?.code == .unsigned)
    }

    @Test("tells names apart that only look the same")
    func comparesNamesByBytes() throws {
        let seed = SecretKey(SHA256.digest(of: [1]))
        let composed = try LogSigner(name: "caf\u{E9}", seed: seed)
        let decomposed = try LogSigner(name: "cafe\u{301}", seed: seed)
        #expect(composed.verifierKey.keyID != decomposed.verifierKey.keyID)
        let checkpoint = try Checkpoint(origin: "cafe\u{301}", size: 0, root: TreeHash.empty)
        #expect(throws: CheckpointError.self) { try composed.sign(checkpoint) }
        let verified = try decomposed.sign(checkpoint)
        #expect(throws: CheckpointError.self) {
            try decomposed.verifierKey.verified(verified.note, origin: "caf\u{E9}")
        }
    }
}
