import Cryptography
import MerkleLog
import Testing

@Suite("A checkpoint")
struct CheckpointTests {
    static let root = TreeHash.leaf([1])

    @Test("is written as it was read, extensions and all", arguments: [[], ["one"], ["one", "two 2", "é"]])
    func roundTrip(extensions: [String]) throws {
        let checkpoint = try Checkpoint(
            origin: "ledger.example/consent", size: .max, root: Self.root, extensions: extensions)
        let text =
            "ledger.example/consent\n18446744073709551615\n\(Self.root.base64)\n"
            + extensions.map { $0 + "\n" }.joined()
        #expect(checkpoint.text == text)
        #expect(try Checkpoint(parsing: text) == checkpoint)
        #expect(checkpoint.head == TreeHead(size: .max, root: Self.root))
    }

    @Test(
        "is refused with the line at fault",
        arguments: [
            ("", 1), ("origin", 1), ("\n1\nROOT\n", 1), ("a\u{1}b\n1\nROOT\n", 1), ("origin\n", 2),
            ("origin\n\nROOT\n", 2),
            ("origin\n01\nROOT\n", 2), ("origin\n-1\nROOT\n", 2), ("origin\n+1\nROOT\n", 2),
            ("origin\n1 \nROOT\n", 2),
            ("origin\n18446744073709551616\nROOT\n", 2), ("origin\n1\n", 3), ("origin\n1\nROOT", 3),
            ("origin\n1\n\n", 3),
            ("origin\n1\nAAAA\n", 3), ("origin\n1\nROOT \n", 3), ("origin\n1\r\nROOT\n", 2),
            ("origin\n0\nROOT\n", 3),
            ("origin\n1\nROOT\n\n", 4), ("origin\n1\nROOT\nmore", 4), ("origin\n1\nROOT\na\u{7}b\n", 4),
        ])
    func refuses(text: String, line: Int) {
        let error = #expect(throws: CheckpointError.self) {
            try Checkpoint(parsing: text.replacing("ROOT", with: Self.root.base64))
        }
        #expect(error?.code == .malformed)
        #expect(error?.line == line)
    }

    @Test("cannot be put together out of what could not be read")
    func refusesParts() {
        #expect(throws: CheckpointError.self) { try Checkpoint(origin: "", size: 1, root: Self.root) }
        #expect(throws: CheckpointError.self) { try Checkpoint(origin: "a\nb", size: 1, root: Self.root) }
        #expect(throws: CheckpointError.self) { try Checkpoint(origin: "a", size: 0, root: Self.root) }
        #expect(throws: CheckpointError.self) {
            try Checkpoint(origin: "a", size: 1, root: Self.root, extensions: ["b", ""])
        }
    }

    @Test("is verified by the key and for the origin that it belongs to, and by no other")
    func verifies() throws {
        let signer = try LogSigner(name: "log.example", seed: SecretKey(SHA256.digest(of: [1])))
        let stranger = try LogSigner(name: "log.example", seed: SecretKey(SHA256.digest(of: [2])))
        let checkpoint = try Checkpoint(origin: "log.example", size: 1, root: Self.root)
        let signed = try signer.sign(checkpoint)
        #expect(try signer.verifierKey.verified(signed.note, origin: "log.example") == signed)
        #expect(signed.checkpoint == checkpoint)
        #expect(signed.head == checkpoint.head)

        let code = { (key: VerifierKey, note: SignedNote, origin: String) in
            #expect(throws: CheckpointError.self) { try key.verified(note, origin: origin) }?.code
        }
        #expect(code(stranger.verifierKey, signed.note, "log.example") == .unsigned)
        #expect(code(signer.verifierKey, signed.note, "other.example") == .wrongOrigin)
        let changed = try SignedNote(
            text: Checkpoint(origin: "log.example", size: 2, root: Self.root).text,
            signatures: signed.note.signatures)
        #expect(code(signer.verifierKey, changed, "log.example") == .invalidSignature)
        #expect(code(signer.verifierKey, try signer.sign(text: "log.example\n"), "log.example") == .malformed)
    }
}
