import Cryptography
import MerkleLog
import TestSupport
import Testing

@Suite("A tree of tiles")
struct TileTreeTests {
    @Test("grown leaf by leaf to 300 has the root and every inclusion proof of RFC 6962 at every size")
    func everyInclusionProof() throws {
        let naive = NaiveTree(count: 300)
        let store = TileStore()
        for size in 1...300 {
            try store.append([naive.leaves[size - 1]])
            let root = try TileTree.root(of: UInt64(size), load: store.load)
            #expect(root == naive.hash(0, size))
            for index in 0..<size {
                let proof = try TileTree.inclusionProof(of: UInt64(index), in: UInt64(size), load: store.load)
                guard proof == naive.path(index, 0, size) else {
                    Issue.record("inclusion of \(index) in \(size)")
                    return
                }
                try ProofCheck.inclusion(
                    leafHash: naive.leaves[index], index: UInt64(index), size: UInt64(size), proof: proof,
                    root: root)
            }
        }
    }

    @Test("grown leaf by leaf to 300 has every consistency proof of RFC 6962")
    func everyConsistencyProof() throws {
        let naive = NaiveTree(count: 300)
        let store = TileStore()
        var heads = [TreeHead.empty]
        for size in 1...300 {
            try store.append([naive.leaves[size - 1]])
            heads.append(TreeHead(size: UInt64(size), root: naive.hash(0, size)))
            for old in 0...size {
                let proof = try TileTree.consistencyProof(
                    from: UInt64(old), to: UInt64(size), load: store.load)
                guard proof == naive.proof(old, size) else {
                    Issue.record("consistency from \(old) to \(size)")
                    return
                }
                if old > 0 { try ProofCheck.consistency(from: heads[old], to: heads[size], proof: proof) }
            }
        }
    }

    @Test("is the same however the leaves come in", arguments: [1, 2, 3, 4, 5] as [UInt64])
    func randomBatches(seed: UInt64) throws {
        var generator = SeededRandom(seed: seed)
        let leaves = (0..<3000).map { TreeHash.leaf(Array(String($0).utf8)) }
        let atOnce = TileStore()
        try atOnce.append(leaves)
        let batched = TileStore()
        var frontier = Frontier()
        var rest = leaves[...]
        while !rest.isEmpty {
            let batch = Array(rest.prefix(Int.random(in: 1...700, using: &generator)))
            rest = rest.dropFirst(batch.count)
            try batched.append(batch)
            for leaf in batch { try frontier.append(leaf) }
            let root = frontier.root
            #expect(try TileTree.root(of: batched.size, load: batched.load) == root)
        }
        #expect(batched.tiles == atOnce.tiles)
    }

    @Test("answers only the tiles that changed, each once and at its final width")
    func changedTiles() throws {
        let leaves = (0..<1000).map { TreeHash.leaf(Array(String($0).utf8)) }
        let store = TileStore()
        let paths = { (count: ArraySlice<Digest>) in try store.append(Array(count)).map(\.coordinate.path) }
        #expect(try paths(leaves[0..<5]) == ["tile/0/000.p/5"])
        #expect(try paths(leaves[5..<256]) == ["tile/0/000", "tile/1/000.p/1"])
        #expect(try paths(leaves[256..<256]) == [])
        #expect(try paths(leaves[256..<257]) == ["tile/0/001.p/1"])
        #expect(
            try paths(leaves[257..<1000]) == [
                "tile/0/001", "tile/0/002", "tile/0/003.p/232", "tile/1/000.p/3",
            ])
    }

    @Test("loads one tile of each level to append, the partial one at the right edge")
    func loadsTheEdge() throws {
        let leaves = (0..<70_000).map { TreeHash.leaf(Array(String($0).utf8)) }
        let store = TileStore()
        try store.append(Array(leaves[..<69_000]))
        #expect(store.loads.isEmpty)
        try store.append(Array(leaves[69_000...]))
        #expect(store.loads == ["0/269", "1/1"])

        // The example of C2SP tlog-tiles.
        let widths = Dictionary(grouping: store.tiles.values, by: \.coordinate.level)
            .mapValues { tiles in tiles.map(\.coordinate.width).sorted() }
        #expect(widths[0] == [112] + Array(repeating: 256, count: 273))
        #expect(widths[1] == [17, 256])
        #expect(widths[2] == [1])
        #expect(widths.count == 3)

        let naive = NaiveTree(leaves: leaves)
        let root = naive.hash(0, 70_000)
        for index in [0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999] {
            store.loads.removeAll()
            let proof = try TileTree.inclusionProof(of: UInt64(index), in: 70_000, load: store.load)
            #expect(Set(store.loads).count == store.loads.count, "each tile is loaded once")
            #expect(proof == naive.path(index, 0, 70_000))
            try ProofCheck.inclusion(
                leafHash: leaves[index], index: UInt64(index), size: 70_000, proof: proof, root: root)
        }
        for old in [1, 255, 256, 257, 65_535, 65_536, 65_537, 69_999] {
            let proof = try TileTree.consistencyProof(from: UInt64(old), to: 70_000, load: store.load)
            #expect(proof == naive.proof(old, 70_000))
            try ProofCheck.consistency(
                from: TreeHead(size: UInt64(old), root: naive.hash(0, old)),
                to: TreeHead(size: 70_000, root: root), proof: proof)
        }
    }

    @Test("answers for an older size although it has grown since")
    func answersForOlderSizes() throws {
        let naive = NaiveTree(count: 700)
        let store = TileStore()
        try store.append(naive.leaves)
        for size in [1, 2, 3, 200, 255, 256, 257, 511, 512, 513, 699] {
            #expect(try TileTree.root(of: UInt64(size), load: store.load) == naive.hash(0, size))
            #expect(
                try TileTree.inclusionProof(of: UInt64(size / 2), in: UInt64(size), load: store.load)
                    == naive.path(size / 2, 0, size))
        }
        // Leaves appended to an older size replace what a run that never ended had left behind.
        let again = try TileTree.append(Array(naive.leaves[300...]), to: 300, load: store.load)
        #expect(again.allSatisfy { store.tiles["\($0.coordinate.level)/\($0.coordinate.index)"] == $0 })
    }

    @Test("refuses questions about leaves and sizes that are not there")
    func refusesOutside() throws {
        let store = TileStore()
        try store.append([TreeHash.leaf([1]), TreeHash.leaf([2])])
        for (index, size) in [(0, 0), (2, 2), (3, 2), (UInt64.max, 2), (UInt64.max, UInt64.max)] {
            let error = #expect(throws: TileError.self) {
                try TileTree.inclusionProof(of: index, in: size, load: store.load)
            }
            #expect(error?.code == .outsideTree)
        }
        let error = #expect(throws: TileError.self) {
            try TileTree.consistencyProof(from: 3, to: 2, load: store.load)
        }
        #expect(error?.code == .outsideTree)
    }

    @Test("refuses tiles with too few hashes and too many", arguments: [0, 1, 99, 299] as [UInt64])
    func refusesBadTiles(stored: UInt64) throws {
        let few = { (level: Int, index: UInt64) in
            [Digest](repeating: TreeHash.empty, count: Int(min(stored, 256)))
        }
        let many = { (level: Int, index: UInt64) in [Digest](repeating: TreeHash.empty, count: 257) }
        let fewCode = stored < 256 ? TileError.Code.tooFewHashes : nil
        #expect(try TileTree.root(of: 0, load: few) == TreeHash.empty)
        let asked: [(@escaping (Int, UInt64) throws -> [Digest]) throws -> Void] = [
            { _ = try TileTree.root(of: 255, load: $0) },
            { _ = try TileTree.inclusionProof(of: 0, in: 512, load: $0) },
            { _ = try TileTree.consistencyProof(from: 7, to: 512, load: $0) },
        ]
        for question in asked {
            #expect(code { try question(few) } == fewCode)
            #expect(code { try question(many) } == .tooManyHashes)
        }
        #expect(code { _ = try TileTree.append([TreeHash.empty], to: 255, load: few) } == fewCode)
    }

    @Test("passes on what the loader threw")
    func passesOnErrors() {
        let missing = TileStore()
        #expect(throws: TileStore.Missing(level: 0, index: 1)) {
            try TileTree.append([TreeHash.empty], to: 300, load: missing.load)
        }
        #expect(throws: TileStore.Missing.self) { try TileTree.root(of: 1, load: missing.load) }
    }

    @Test("does not trap at sizes near 2^64")
    func survivesHugeSizes() throws {
        let full = { (level: Int, index: UInt64) in [Digest](repeating: TreeHash.empty, count: 256) }
        for size in [UInt64.max, .max - 1, 1 << 63, (1 << 63) + 1] as [UInt64] {
            _ = try TileTree.root(of: size, load: full)
            let proof = try TileTree.inclusionProof(of: size - 1, in: size, load: full)
            #expect(proof.count <= 64)
            #expect(try TileTree.consistencyProof(from: size / 2, to: size, load: full).count <= 65)
        }
        #expect(code { _ = try TileTree.append([TreeHash.empty], to: .max, load: full) } == .treeTooLarge)
        let last = try TileTree.append([TreeHash.empty], to: .max - 1, load: full)
        #expect(last.map(\.coordinate.path) == ["tile/0/x072/x057/x594/x037/x927/935.p/255"])
    }

    private func code(of body: () throws -> Void) -> TileError.Code? {
        do { try body() } catch { return (error as? TileError)?.code }
        return nil
    }
}
