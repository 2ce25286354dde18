import Cryptography
import MerkleLog
import Testing

@Suite("The hashes of a tree")
struct TreeHashTests {
    struct Reference: Decodable {
        let leafInputsHex: [HexBytes]
        let nodeHashesHexByLevel: [[String]]
        let rootHashesHexBySize: [String]
    }

    private let reference: Reference

    init() throws {
        reference = try Fixture.decode("reference-tree/rfc6962-8-leaves.json", as: Reference.self)
    }

    @Test("are those of the reference tree of 8 leaves, node by node")
    func referenceNodes() {
        var row = reference.leafInputsHex.map { TreeHash.leaf($0.bytes) }
        for expected in reference.nodeHashesHexByLevel {
            #expect(row.map(\.hex) == expected)
            row = stride(from: 0, to: row.count - 1, by: 2).map { TreeHash.node(row[$0], row[$0 + 1]) }
        }
        #expect(row.isEmpty)
    }

    @Test("add up to the roots of the reference tree, from tiles and from a frontier")
    func referenceRoots() throws {
        let store = TileStore()
        var frontier = Frontier()
        #expect(TreeHash.empty.hex == reference.rootHashesHexBySize[0])
        for (size, expected) in reference.rootHashesHexBySize.enumerated() {
            #expect(try TileTree.root(of: UInt64(size), load: store.load).hex == expected)
            let (fedSize, fedRoot) = (frontier.size, frontier.root)
            #expect(fedSize == UInt64(size))
            #expect(fedRoot.hex == expected)
            guard size < 8 else { break }
            let entry = reference.leafInputsHex[size].bytes
            try store.append([TreeHash.leaf(entry)])
            try frontier.append(entry: entry)
        }
    }

    @Test("of a frontier are the roots of all trees up to 1000 leaves")
    func frontierRoots() throws {
        let naive = NaiveTree(count: 1000)
        var frontier = Frontier()
        for size in 0...1000 {
            let head = frontier.head
            #expect(head == TreeHead(size: UInt64(size), root: naive.hash(0, size)))
            if size < 1000 { try frontier.append(naive.leaves[size]) }
        }
    }
}
