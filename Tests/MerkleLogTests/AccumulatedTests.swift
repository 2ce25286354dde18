import Cryptography
import MerkleLog
import Testing

/// All roots and proofs at once, against one digest that golang.org/x/mod gave over the same text.
@Suite("All roots and proofs of a tree")
struct AccumulatedTests {
    @Test("are those of Go's sumdb", arguments: [64, 130, 256])
    func agree(largest: Int) throws {
        let expected = try Fixture.text("accumulated/sumdb-0-\(largest).txt").split(separator: "\n")
            .map { $0.split(separator: " ").map(String.init) }
        let store = TileStore()
        try store.append((0..<largest).map { TreeHash.leaf([UInt8($0)]) })
        var roots = SHA256()
        var inclusion = SHA256()
        var consistency = SHA256()
        for size in 0...largest {
            let root = try TileTree.root(of: UInt64(size), load: store.load)
            roots.update(Array("[0, \(size)) \(root)\n".utf8))
            for index in 0..<size {
                let proof = try TileTree.inclusionProof(of: UInt64(index), in: UInt64(size), load: store.load)
                inclusion.update(Array("\(index) [0, \(size))\(line(proof))".utf8))
            }
            for old in stride(from: 1, through: size, by: 1) {
                let proof = try TileTree.consistencyProof(
                    from: UInt64(old), to: UInt64(size), load: store.load)
                consistency.update(Array("[0, \(old)) \(size)\(line(proof))".utf8))
            }
        }
        #expect(expected[0] == ["roots", roots.finalize().hex])
        #expect(expected[1] == ["inclusion", inclusion.finalize().hex])
        #expect(expected[2] == ["consistency", consistency.finalize().hex])
    }

    private func line(_ proof: [Digest]) -> String {
        proof.map { " " + $0.hex }.joined() + "\n"
    }
}
