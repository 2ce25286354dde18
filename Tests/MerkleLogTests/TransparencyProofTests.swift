import Cryptography
import MerkleLog
import Testing

@Suite("A transparency proof")
struct TransparencyProofTests {
    private let signer: LogSigner
    private let checkpoint: VerifiedCheckpoint
    private let tree = NaiveTree(count: 5)

    init() throws {
        signer = try LogSigner(name: "log.example", seed: SecretKey(SHA256.digest(of: [1])))
        checkpoint = try signer.sign(
            Checkpoint(origin: "log.example", size: 5, root: NaiveTree(count: 5).hash(0, 5)))
    }

    private func proof(of index: Int, extra: [UInt8]? = nil) -> TransparencyProof {
        TransparencyProof(
            extra: extra, index: UInt64(index), hashes: tree.path(index, 0, 5), checkpoint: checkpoint.note)
    }

    @Test(
        "is written as it was read, with extra data and without",
        arguments: [nil, [1], [1, 2, 3, 4]] as [[UInt8]?])
    func roundTrip(extra: [UInt8]?) throws {
        let proof = proof(of: 3, extra: extra)
        #expect(try TransparencyProof(parsing: proof.serialized) == proof)
        #expect(try TransparencyProof(parsing: Array(proof.serialized.utf8)).extra == extra)
        #expect(proof.serialized.hasPrefix("c2sp.org/tlog-proof@v1\n\(extra == nil ? "index 3" : "extra A")"))
        #expect(try proof.verify(entry: Array("3".utf8), key: signer.verifierKey) == checkpoint)
    }

    @Test("has no extra data when that is empty")
    func dropsEmptyExtra() throws {
        #expect(proof(of: 0, extra: []).extra == nil)
    }

    @Test("holds for no other entry, index, key or origin")
    func noticesChanges() throws {
        let stranger = try LogSigner(name: "log.example", seed: SecretKey(SHA256.digest(of: [2])))
        let entry = Array("3".utf8)
        #expect(throws: ProofError.self) { try proof(of: 3).verify(entry: [], key: signer.verifierKey) }
        #expect(throws: ProofError.self) { try proof(of: 4).verify(entry: entry, key: signer.verifierKey) }
        #expect(throws: CheckpointError.self) {
            try proof(of: 3).verify(entry: entry, key: stranger.verifierKey)
        }
        #expect(throws: CheckpointError.self) {
            try proof(of: 3).verify(entry: entry, key: signer.verifierKey, origin: "other.example")
        }
        let outside = TransparencyProof(index: 5, hashes: [], checkpoint: checkpoint.note)
        #expect(throws: ProofError.self) { try outside.verify(entry: entry, key: signer.verifierKey) }
    }

    @Test(
        "is refused with the line at fault",
        arguments: [
            ("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2", 1), ("c2sp.org", " c2sp.org", 1),
            ("extra AQ==", "extra ", 2), ("extra AQ==", "extra AR==", 2), ("extra AQ==", "extra  AQ==", 2),
            ("extra AQ==\n", "extra AQ==\nextra AQ==\n", 3), ("extra AQ==", "Extra AQ==", 2),
            ("index 3", "index 03", 3), ("index 3", "index -3", 3), ("index 3", "index", 3),
            ("index 3\n", "", 3),
            ("index 3", "index 18446744073709551616", 3), ("index 3", "index 3 ", 3),
            ("index 3\n", "index 3\nAAAA\n", 4), ("\n\nlog.example", "\nlog.example", 7),
            ("log.example\n5", "log\u{1}\n5", nil),
        ] as [(String, String, Int?)])
    func refuses(part: String, replacement: String, line: Int?) throws {
        let good = proof(of: 3, extra: [1]).serialized
        #expect(good.contains(part))
        let first = try #require(good.firstRange(of: part))
        let bad = good[..<first.lowerBound] + replacement + good[first.upperBound...]
        let error = #expect(throws: ProofError.self) { try TransparencyProof(parsing: String(bad)) }
        if let line, error?.code == .malformed { #expect(error?.line == line) }
    }

    @Test("is refused when it is cut off anywhere")
    func refusesTruncation() throws {
        let good = Array(proof(of: 3, extra: [1]).serialized.utf8)
        for count in 0..<good.count {
            #expect(throws: ProofError.self) { try TransparencyProof(parsing: Array(good[..<count])) }
        }
    }

    @Test("is refused with more hashes than any tree has levels")
    func refusesTooManyHashes() throws {
        let hashes = [Digest](repeating: TreeHash.empty, count: 66)
        let long = TransparencyProof(index: 0, hashes: hashes, checkpoint: checkpoint.note)
        #expect(throws: ProofError.self) { try TransparencyProof(parsing: long.serialized) }
    }
}
