import Cryptography
import MerkleLog
import Testing

/// Whole logs that golang.org/x/mod wrote: everything in them is read, checked and written again.
@Suite("A log written by Go")
struct GoLogTests {
    static let sizes = [0, 1, 2, 3, 5, 8, 257]

    @Test(
        "has checkpoints that its key and its witness signed, and that our signer signs alike",
        arguments: sizes)
    func checkpoints(size: Int) throws {
        let log = try Log(size: size)
        for name in Fixture.names(in: "\(log.folder)/checkpoints") + ["../checkpoint"] {
            let text = try Fixture.text("\(log.folder)/checkpoints/\(name)")
            let note = try SignedNote(parsing: text)
            #expect(note.serialized == text)
            let verified = try log.key.verified(note, origin: "ledger.example/consent")
            #expect(verified.head.size == UInt64(name) ?? UInt64(size))
            #expect(try log.witness.verified(note, origin: "ledger.example/consent").head == verified.head)
            #expect(try Cosignature.verified(on: note, by: log.witness).timestamp == 1_700_000_000)
            #expect(try log.signer.sign(verified.checkpoint).note.signatures[0] == note.signatures[0])
            #expect(
                try TileTree.root(of: verified.head.size, load: try log.store().load) == verified.head.root)
        }
        #expect(log.signer.verifierKey == log.key)
    }

    @Test("has the tiles and bundles that we write", arguments: sizes.dropFirst())
    func tiles(size: Int) throws {
        let log = try Log(size: size)
        let entries = try log.entries()
        #expect(entries.count == size)
        var written: [String: [UInt8]] = [:]
        let store = TileStore()
        for count in 1...size {
            for tile in try store.append([TreeHash.leaf(entries[count - 1])]) {
                written[tile.coordinate.path] = tile.bytes
                guard tile.coordinate.level == 0 else { continue }
                let first = Int(tile.coordinate.index) * 256
                let bundle = Array(entries[first..<first + tile.coordinate.width])
                written[tile.coordinate.entriesPath] = try EntryBundle.encode(bundle)
            }
        }
        for path in Fixture.files(under: "\(log.folder)/tile") {
            #expect(try Fixture.bytes("\(log.folder)/tile/\(path)") == written["tile/\(path)"], "\(path)")
        }
    }

    @Test("has inclusion proofs that hold and that we write alike", arguments: sizes)
    func inclusionProofs(size: Int) throws {
        let log = try Log(size: size)
        let names = Fixture.names(in: "\(log.folder)/inclusion")
        #expect(names.count == (size == 257 ? 17 : size))
        for name in names {
            let text = try Fixture.text("\(log.folder)/inclusion/\(name)")
            let proof = try TransparencyProof(parsing: text)
            #expect(proof.serialized == text)
            let entry = try Fixture.bytes("\(log.folder)/leaves/\(proof.index).bin")
            let verified = try proof.verify(entry: entry, key: log.key)
            #expect(verified.head.size == UInt64(size))
            #expect(throws: ProofError.self) { try proof.verify(entry: entry + [0], key: log.key) }
            #expect(
                try TileTree.inclusionProof(of: proof.index, in: UInt64(size), load: try log.store().load)
                    == proof.hashes)
        }
    }

    @Test("has consistency proofs that hold and that we write alike", arguments: sizes)
    func consistencyProofs(size: Int) throws {
        let log = try Log(size: size)
        for name in Fixture.names(in: "\(log.folder)/consistency") {
            let text = try Fixture.text("\(log.folder)/consistency/\(name)")
            let proof = try ConsistencyProof(parsing: text)
            #expect(proof.serialized == text)
            let oldNote = try SignedNote(
                parsing: try Fixture.bytes("\(log.folder)/checkpoints/\(proof.oldSize)"))
            let old = try log.key.verified(oldNote, origin: "ledger.example/consent").head
            let new = try proof.verify(from: old, key: log.key)
            #expect(new.head.size == UInt64(size))
            #expect(
                try TileTree.consistencyProof(from: old.size, to: new.head.size, load: try log.store().load)
                    == proof.hashes)
        }
    }

    private struct Log {
        let folder: String
        let size: Int
        let key, witness: VerifierKey
        let signer: LogSigner

        init(size: Int) throws {
            folder = "sumdb-generated/log\(size)"
            self.size = size
            key = try VerifierKey(parsing: try Fixture.line("\(folder)/log.vkey"))
            witness = try VerifierKey(parsing: try Fixture.line("\(folder)/witness.vkey"))
            let seed = try #require(SecretKey(hex: try Fixture.line("\(folder)/log.seed.hex")))
            signer = try LogSigner(name: key.name, seed: seed)
        }

        /// All entries, read out of the widest bundles.
        func entries() throws -> [[UInt8]] {
            guard size > 0 else { return [] }
            return try (0...(size - 1) / 256).flatMap { index in
                let width = min(256, size - index * 256)
                let coordinate = try #require(TileCoordinate(level: 0, index: UInt64(index), width: width))
                return try EntryBundle.decode(try Fixture.bytes("\(folder)/\(coordinate.entriesPath)"))
            }
        }

        func store() throws -> TileStore {
            let store = TileStore()
            try store.append(try entries().map { TreeHash.leaf($0) })
            return store
        }
    }
}
