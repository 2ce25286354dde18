import Cryptography
import MerkleLog
import Testing

@Suite("Checking a proof")
struct ProofCheckTests {
    struct Inclusion: Decodable {
        let leafIdx, treeSize: UInt64
        let root, leafHash: String
        let proof: [String]?
        let wantErr: Bool
    }

    struct Consistency: Decodable {
        let size1, size2: UInt64
        let root1, root2: String
        let proof: [String]?
        let wantErr: Bool
    }

    static let inclusionProbes = Fixture.files(under: "transparency-dev-merkle/inclusion")
    static let consistencyProbes = Fixture.files(under: "transparency-dev-merkle/consistency")

    @Test("runs all 196 probes of transparency-dev, 12 of them good")
    func probeCount() throws {
        #expect(Self.inclusionProbes.count == 98)
        #expect(Self.consistencyProbes.count == 98)
        var good = 0
        for path in Self.inclusionProbes {
            let probe = try Fixture.decode("transparency-dev-merkle/inclusion/\(path)", as: Inclusion.self)
            good += probe.wantErr ? 0 : 1
        }
        for path in Self.consistencyProbes {
            let probe = try Fixture.decode(
                "transparency-dev-merkle/consistency/\(path)", as: Consistency.self)
            good += probe.wantErr ? 0 : 1
        }
        #expect(good == 12)
    }

    @Test("of inclusion answers as transparency-dev does", arguments: inclusionProbes)
    func inclusionProbe(path: String) throws {
        let probe = try Fixture.decode("transparency-dev-merkle/inclusion/\(path)", as: Inclusion.self)
        // What is not 32 bytes long is refused before there is a proof to check.
        let proof = (probe.proof ?? []).compactMap { Digest(base64: $0) }
        guard let root = Digest(base64: probe.root), let leafHash = Digest(base64: probe.leafHash),
            proof.count == probe.proof?.count ?? 0
        else {
            #expect(probe.wantErr)
            return
        }
        let refused = refuses {
            try ProofCheck.inclusion(
                leafHash: leafHash, index: probe.leafIdx, size: probe.treeSize, proof: proof, root: root)
        }
        #expect(refused == probe.wantErr)
    }

    @Test("of consistency answers as transparency-dev does", arguments: consistencyProbes)
    func consistencyProbe(path: String) throws {
        let probe = try Fixture.decode("transparency-dev-merkle/consistency/\(path)", as: Consistency.self)
        let (root1, root2) = (digest(probe.root1), digest(probe.root2))
        let proof = (probe.proof ?? []).map(digest)
        let refused = refuses {
            try ProofCheck.consistency(
                from: TreeHead(size: probe.size1, root: root1), to: TreeHead(size: probe.size2, root: root2),
                proof: proof)
        }
        #expect(refused == probe.wantErr)
    }

    @Test("of inclusion notices every change of index, size, hash and length")
    func noticesInclusionChanges() throws {
        let naive = NaiveTree(count: 40)
        for size in 1...40 {
            let root = naive.hash(0, size)
            for index in 0..<size {
                let proof = naive.path(index, 0, size)
                let leaf = naive.leaves[index]
                let check = { (index: UInt64, size: UInt64, proof: [Digest]) throws(ProofError) in
                    try ProofCheck.inclusion(
                        leafHash: leaf, index: index, size: size, proof: proof,
                        root: root)
                }
                #expect(code { try check(UInt64(index), UInt64(size), proof) } == nil)
                #expect(code { try check(UInt64(size), UInt64(size), proof) } == .indexOutsideTree)
                #expect(code { try check(.max, UInt64(size), proof) } == .indexOutsideTree)
                #expect(code { try check(UInt64(index), UInt64(size), proof + [root]) } == .tooManyHashes)
                if !proof.isEmpty {
                    let short = Array(proof.dropLast())
                    #expect(code { try check(UInt64(index), UInt64(size), short) } == .tooFewHashes)
                }
                for place in proof.indices {
                    var changed = proof
                    changed[place] = TreeHash.empty
                    #expect(code { try check(UInt64(index), UInt64(size), changed) } == .rootMismatch)
                }
            }
        }
    }

    @Test("of consistency names what is wrong")
    func namesConsistencyFaults() throws {
        let naive = NaiveTree(count: 8)
        let (six, eight) = (head(naive, 6), head(naive, 8))
        let proof = naive.proof(6, 8)
        let other = TreeHash.empty
        let cases: [(TreeHead, TreeHead, [Digest], ProofError.Code?)] = [
            (six, eight, proof, nil), (eight, eight, [], nil), (eight, eight, [other], .tooManyHashes),
            (eight, TreeHead(size: 8, root: other), [], .rootMismatch), (eight, six, proof, .shrunk),
            (.empty, eight, [], .emptyTree), (.empty, .empty, [], .emptyTree),
            (six, eight, [], .tooFewHashes),
            (six, eight, Array(proof.dropLast()), .tooFewHashes),
            (six, eight, proof + [other], .tooManyHashes),
            (TreeHead(size: 6, root: other), eight, proof, .oldRootMismatch),
            (six, TreeHead(size: 8, root: other), proof, .rootMismatch),
            (TreeHead(size: 4, root: other), eight, naive.proof(4, 8), .oldRootMismatch),
            (TreeHead(size: .max - 1, root: other), TreeHead(size: .max, root: other), proof, .tooFewHashes),
        ]
        for (old, new, proof, expected) in cases {
            let found = code { try ProofCheck.consistency(from: old, to: new, proof: proof) }
            // An old root of a whole subtree is hashed into the new one, so both roots are wrong then.
            #expect(found == expected || (old.size == 4 && found == .rootMismatch))
        }
    }

    private func head(_ naive: NaiveTree, _ size: Int) -> TreeHead {
        TreeHead(size: UInt64(size), root: naive.hash(0, size))
    }

    /// The digest that a consistency probe gives.
    ///
    /// Some give roots that are none, and want two equal ones accepted. No such value exists here, so another
    /// digest stands in, the same one for the same text: then these probes reach the check as well.
    private func digest(_ base64: String) -> Digest {
        Digest(base64: base64) ?? SHA256.digest(of: Array(base64.utf8))
    }

    private func refuses(_ body: () throws -> Void) -> Bool { code(of: body) != nil }

    private func code(of body: () throws -> Void) -> ProofError.Code? {
        do { try body() } catch { return (error as? ProofError)?.code }
        return nil
    }
}
