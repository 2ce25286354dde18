import Cryptography
import MerkleLog
import Testing

@Suite("A policy for witnesses")
struct WitnessPolicyTests {
    /// Somebody who can cosign, with a key of the number's own.
    private struct Signer {
        let key: VerifierKey
        private let signing: SigningKey

        init(_ number: UInt8, _ algorithm: SignatureAlgorithm = .cosignature) throws {
            signing = SigningKey(seed: SecretKey(SHA256.digest(of: [number])))
            key = try VerifierKey(name: "w\(number).example", algorithm: algorithm, key: signing.verifyingKey)
        }

        func cosign(_ text: String) throws -> NoteSignature {
            let signature = signing.sign(Array("cosignature/v1\ntime 7\n\(text)".utf8))
            return try NoteSignature(
                name: key.name, keyID: key.keyID, bytes: [0, 0, 0, 0, 0, 0, 0, 7] + signature)
        }
    }

    private func signer() throws -> LogSigner {
        try LogSigner(name: "log.example", seed: SecretKey(SHA256.digest(of: [200])))
    }

    /// A checkpoint that the log and some witnesses signed.
    private func checkpoint(cosignedBy numbers: [UInt8], breaking: Bool = false) throws -> VerifiedCheckpoint
    {
        let log = try signer()
        let signed = try log.sign(Checkpoint(origin: "log.example", size: 0, root: TreeHash.empty))
        var note = signed.note
        for number in numbers {
            note = try note.adding(try Signer(number).cosign(breaking ? "another\n" : note.text))
        }
        return try log.verifierKey.verified(note, origin: "log.example")
    }

    private func policy(_ text: String) throws -> WitnessPolicy {
        try WitnessPolicy(parsing: Array(text.utf8))
    }

    private func witnesses(_ numbers: ClosedRange<UInt8>) throws -> String {
        try numbers.map { "witness W\($0) \(try Signer($0).key)\n" }.joined()
    }

    @Test(
        "counts as the example of the specification counts",
        arguments: [
            ([], false), ([1, 2], false), ([4], false), ([1, 4], false), ([1, 2, 4], true),
            ([2, 3, 6], true),
            ([1, 2, 3, 4, 5, 6], true), ([4, 5, 6], false),
        ] as [([UInt8], Bool)])
    func counts(cosigned: [UInt8], holds: Bool) throws {
        let policy = try policy(
            """
            # two of three here, any there
            log \(try signer().verifierKey) https://log.example
            \(try witnesses(1...6))
            \tgroup  X-witnesses 2 W1 W2 W3
            group Y-witnesses any W4 W5 W6
            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y

            """)
        let judgement = policy.judge(try checkpoint(cosignedBy: cosigned))
        #expect(judgement.holds == holds)
        #expect(judgement.sightings.map(\.witness) == cosigned.map { "W\($0)" })
        #expect(judgement.sightings.allSatisfy { $0.timestamp == 7 })
        #expect(judgement.lacking.isEmpty == holds)
    }

    @Test("says what is missing")
    func tells() throws {
        let group = try policy(try witnesses(1...3) + "group g 2 W1 W2 W3\nquorum g\n")
        #expect(group.judge(try checkpoint(cosignedBy: [1])).lacking == "group g needs 2 of 3, and has 1")
        let one = try policy(try witnesses(1...1) + "quorum W1\n")
        #expect(one.judge(try checkpoint(cosignedBy: [])).lacking == "witness W1 must have cosigned it")
    }

    @Test("does not hold with a cosignature that does not, even where others are enough")
    func noticesBroken() throws {
        let policy = try policy(try witnesses(1...2) + "group g any W1 W2\nquorum g\n")
        let log = try signer()
        let broken = try checkpoint(cosignedBy: [1], breaking: true)
        let note = try broken.note.adding(try Signer(2).cosign(broken.note.text))
        let judgement = policy.judge(try log.verifierKey.verified(note, origin: "log.example"))
        #expect(judgement.hasQuorum && judgement.broken == ["W1"] && !judgement.holds)
    }

    @Test("without witnesses asks for none, and another log's checkpoint is not its")
    func knowsLogs() throws {
        #expect(try policy("quorum none\n").judge(checkpoint(cosignedBy: [])).holds)
        let other = try Signer(9, .ed25519).key
        let judgement = try policy("log \(other)\nquorum none\n").judge(checkpoint(cosignedBy: []))
        #expect(!judgement.isKnownLog && !judgement.holds)
    }

    @Test("keeps names apart that only look alike: K and the Kelvin sign")
    func comparesBytes() throws {
        let (one, two) = (try Signer(1).key, try Signer(2).key)
        let policy = try policy("witness K \(one)\nwitness \u{212A} \(two)\nquorum \u{212A}\n")
        #expect(policy.judge(try checkpoint(cosignedBy: [2])).holds)
        #expect(!policy.judge(try checkpoint(cosignedBy: [1])).holds)
    }

    @Test(
        "is refused with its line",
        arguments: [
            ("", nil), ("# only this\n", nil), ("quorum none", nil), ("quorum none\nquorum none\n", 2),
            ("quorum W1\n", 1), ("quorum\n", 1), ("\nlimit 5\n", 2), ("log\n", 1), ("log nonsense\n", 1),
            ("log <witness 1>\n", 1), ("witness W1 <log>\n", 1), ("witness W1\n", 1),
            ("witness none <witness 1>\n", 1), ("witness W1 <witness 1> a b\n", 1),
            ("witness A <witness 1>\nwitness B <witness 1>\n", 2),
            ("witness A <witness 1>\nwitness A <witness 2>\n", 2), ("log <log>\nlog <log>\n", 2),
            ("witness A <witness 1>\ngroup g 2 A\n", 2), ("witness A <witness 1>\ngroup g 0 A\n", 2),
            ("witness A <witness 1>\ngroup g 01 A\n", 2), ("witness A <witness 1>\ngroup g any\n", 2),
            ("witness A <witness 1>\ngroup g any A A\n", 2), ("witness A <witness 1>\ngroup g all g\n", 2),
            ("witness A <witness 1>\ngroup g any A\ngroup h any A\n", 3),
            ("group g any A\nwitness A <witness 1>\n", 1), ("witness A <witness 1>\ngroup none any A\n", 2),
            ("witness A <witness 1>\ngroup g 18446744073709551616 A\n", 2), ("quorum none\r\n", 1),
            ("quorum\u{A0}none\n", 1),
        ] as [(String, Int?)])
    func refuses(text: String, line: Int?) throws {
        let filled = try text.replacing("<witness 1>", with: Signer(1).key.text)
            .replacing("<witness 2>", with: Signer(2).key.text)
            .replacing("<log>", with: signer().verifierKey.text)
        let error = #expect(throws: WitnessPolicyError.self) { try policy(filled) }
        #expect(error?.line == line, "\(error?.description ?? "")")
    }

    @Test("reads the cosignature out of a witness' answer, and nothing else")
    func readsAnswers() throws {
        let signed = try checkpoint(cosignedBy: []).note
        let (mine, other) = (try Signer(1), try Signer(2))
        let answer = try other.cosign(signed.text).line + mine.cosign(signed.text).line
        let found = try Cosignature.verified(in: Array(answer.utf8), on: signed, by: mine.key)
        #expect(found.timestamp == 7 && found.line.name == "w1.example")
        let foreign = try mine.cosign("log.example\n1\n").line
        for bad in [
            "", "ok\n", String(answer.dropLast()), try other.cosign(signed.text).line, foreign,
            "more\n\n" + answer, "\n" + answer,
        ] {
            #expect(throws: NoteError.self, "\(bad)") {
                try Cosignature.verified(in: Array(bad.utf8), on: signed, by: mine.key)
            }
        }
    }
}
