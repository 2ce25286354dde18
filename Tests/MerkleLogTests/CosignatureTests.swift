import Cryptography
import MerkleLog
import Testing

@Suite("A cosignature")
struct CosignatureTests {
    @Test("of a real mirror holds over its checkpoint, and its tiles lead to the root")
    func mirror() throws {
        let note = try SignedNote(parsing: try Fixture.bytes("sunlight-mirror/checkpoint"))
        let key = try VerifierKey(parsing: try Fixture.line("sunlight-mirror/mirror.vkey"))
        #expect(key.algorithm == .cosignature)
        let checkpoint = try key.verified(note, origin: "rome2026h1.example.org").checkpoint
        #expect(checkpoint.size == 300)
        #expect(try Cosignature.verified(on: note, by: key).timestamp == 1_767_139_200)

        var frontier = Frontier()
        let tiles = try ["0/000", "0/001.p/44", "1/000.p/1"].map { path in
            let coordinate = try #require(TileCoordinate(path: "tile/\(path)"))
            return try Tile(
                parsing: try Fixture.bytes("sunlight-mirror/tile/\(path)"), coordinate: coordinate)
        }
        for hash in tiles[0].hashes + tiles[1].hashes { try frontier.append(hash) }
        let head = frontier.head
        #expect(head == checkpoint.head)
        let store = TileStore()
        try store.append(tiles[0].hashes + tiles[1].hashes)
        #expect(Set(store.tiles.values) == Set(tiles))
    }

    @Test("does not hold when its time, the text or the signature was changed")
    func noticesChanges() throws {
        let (note, key) = try cosigned()
        let signature = try #require(note.signatures.first { key.isNamed(by: $0) })
        try Cosignature(parsing: signature).verify(text: note.text, key: key)
        for place in signature.bytes.indices {
            var bytes = signature.bytes
            bytes[place] ^= 1
            let changed = try NoteSignature(name: signature.name, keyID: signature.keyID, bytes: bytes)
            #expect(throws: NoteError.self) {
                try Cosignature(parsing: changed).verify(text: note.text, key: key)
            }
        }
        #expect(throws: NoteError.self) {
            try Cosignature(parsing: signature).verify(text: note.text + "more\n", key: key)
        }
    }

    @Test("has 72 bytes and a time that fits 63 bits")
    func refusesShapes() throws {
        for bytes in [
            [UInt8](repeating: 0, count: 71), [UInt8](repeating: 0, count: 73),
            [0x80] + [UInt8](repeating: 0, count: 71),
        ] {
            let signature = try NoteSignature(name: "w", keyID: 1, bytes: bytes)
            #expect(throws: NoteError.self) { try Cosignature(parsing: signature) }
        }
        let last = try NoteSignature(name: "w", keyID: 1, bytes: [0x7F] + [UInt8](repeating: 0xFF, count: 71))
        #expect(try Cosignature(parsing: last).timestamp == UInt64(Int64.max))
    }

    @Test("is never taken for the signature of a log, nor the other way round")
    func keepsKindsApart() throws {
        let (note, witness) = try cosigned()
        let log = try VerifierKey(parsing: try Fixture.line("sumdb-generated/log3/log.vkey"))
        let error = #expect(throws: NoteError.self) { try Cosignature.verified(on: note, by: log) }
        #expect(error?.code == .unsigned)
        // The same key under the other algorithm has another id, so its lines are not even looked at.
        let misread = try VerifierKey(name: witness.name, algorithm: .ed25519, key: witness.key)
        #expect(throws: NoteError.self) { try misread.verify(note) }
        let signature = try #require(note.signatures.first { log.isNamed(by: $0) })
        #expect(throws: NoteError.self) { try Cosignature(parsing: signature) }
    }

    @Test("is the latest when a witness cosigned twice")
    func takesLatest() throws {
        let seed = SecretKey(SHA256.digest(of: [3]))
        let signing = SigningKey(seed: seed)
        let key = try VerifierKey(name: "w.example", algorithm: .cosignature, key: signing.verifyingKey)
        let text = try Checkpoint(origin: "log.example", size: 0, root: TreeHash.empty).text
        let signatures = try [5, 9, 7].map { (time: UInt8) in
            let signature = signing.sign(Array("cosignature/v1\ntime \(time)\n\(text)".utf8))
            return try NoteSignature(
                name: key.name, keyID: key.keyID, bytes: [0, 0, 0, 0, 0, 0, 0, time] + signature)
        }
        let note = try SignedNote(text: text, signatures: signatures)
        #expect(try Cosignature.verified(on: note, by: key).timestamp == 9)
    }

    private func cosigned() throws -> (SignedNote, VerifierKey) {
        (
            try SignedNote(parsing: try Fixture.bytes("sumdb-generated/log3/checkpoint")),
            try VerifierKey(parsing: try Fixture.line("sumdb-generated/log3/witness.vkey"))
        )
    }
}
