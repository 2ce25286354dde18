import Cryptography
import MerkleLog
import Testing

/// The way from a record to the root of the log, as the ledger takes it, recomputed from the vectors.
@Suite("A commitment")
struct CommitmentTests {
    struct Vectors: Decodable {
        struct Record: Decodable {
            // Open records have a random opening and neither a thread nor a payload.
            let threadKeyHex, ridHex, payloadKeyHex: HexBytes?
            let recordHex, openingHex: HexBytes
            let commitmentHex, leafHex, leafHashHex: HexBytes
            let record: String
        }
        struct Suppression: Decodable {
            struct Entry: Decodable {
                let kind, normalized: String
                let tagHex: HexBytes
            }
            let keyHex: HexBytes
            let entries: [Entry]
        }
        let commitmentLabel: String
        let records: [Record]
        let treeRootHex: String
        let suppression: Suppression
    }

    private let vectors: Vectors

    init() throws {
        vectors = try Fixture.decode("proposed-design/vectors.json", as: Vectors.self)
    }

    @Test("leads from the key of a thread and a record to its leaf and to the root")
    func chain() throws {
        var commitment = HMACSHA256(key: Array(vectors.commitmentLabel.utf8))
        var frontier = Frontier()
        var threads = 0
        #expect(vectors.records.count == 4)
        for vector in vectors.records {
            let record = vector.recordHex.bytes
            #expect(record == Array(vector.record.utf8))
            if let key = vector.threadKeyHex?.bytes, let rid = vector.ridHex?.bytes {
                var thread = HMACSHA256(key: try #require(SecretKey(bytes: key)))
                let opening = thread.authenticate(Array("opening".utf8), [0], rid)
                #expect(opening.bytes == vector.openingHex.bytes)
                let payload = SecretKey(thread.authenticate(Array("payload".utf8), [0], rid))
                #expect(payload.exposedBytes() == vector.payloadKeyHex?.bytes)
                threads += 1
            }
            let committed = commitment.authenticate(vector.openingHex.bytes, record)
            #expect(committed.bytes == vector.commitmentHex.bytes)
            let leaf = [1] + committed.bytes
            #expect(leaf == vector.leafHex.bytes)
            #expect(TreeHash.leaf(leaf).bytes == vector.leafHashHex.bytes)
            try frontier.append(entry: leaf)
        }
        #expect(threads == 3)
        let root = frontier.root
        #expect(root.hex == vectors.treeRootHex)
    }

    @Test("of a suppressed address is its tag under the key of the suppression list")
    func suppressionTags() throws {
        var hmac = HMACSHA256(key: try #require(SecretKey(bytes: vectors.suppression.keyHex.bytes)))
        #expect(vectors.suppression.entries.count == 3)
        for entry in vectors.suppression.entries {
            let tag = hmac.authenticate(
                Array("suppress/v1".utf8), [0], Array(entry.kind.utf8), [0], Array(entry.normalized.utf8))
            #expect(tag.bytes == entry.tagHex.bytes)
        }
    }
}
