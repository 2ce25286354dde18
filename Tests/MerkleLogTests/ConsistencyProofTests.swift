import Cryptography
import MerkleLog
import Testing

@Suite("A consistency proof")
struct ConsistencyProofTests {
    struct Conversation: Decodable {
        struct Step: Decodable {
            let body: String
            let status: Int
        }
        let logVkey: String
        let steps: [Step]
    }

    @Test("is answered by a witness as litewitness answers it, in all 9 steps")
    func litewitness() throws {
        let conversation = try Fixture.decode("litewitness/add-checkpoint.json", as: Conversation.self)
        #expect(conversation.steps.count == 9)
        let key = try VerifierKey(parsing: conversation.logVkey)
        var head = TreeHead.empty
        for step in conversation.steps {
            #expect(status(of: step.body, key: key, head: &head) == step.status)
        }
        #expect(head.size == 5)
    }

    @Test("starts from nothing with no hashes, and from something else never")
    func startsFromNothing() throws {
        let signer = try LogSigner(name: "log.example", seed: SecretKey(SHA256.digest(of: [1])))
        let tree = NaiveTree(count: 3)
        let note = try signer.sign(Checkpoint(origin: "log.example", size: 3, root: tree.hash(0, 3))).note
        let key = signer.verifierKey
        let first = ConsistencyProof(oldSize: 0, hashes: [], checkpoint: note)
        #expect(try first.verify(from: .empty, key: key).head.size == 3)
        #expect(throws: ProofError.self) {
            try ConsistencyProof(oldSize: 0, hashes: [TreeHash.empty], checkpoint: note).verify(
                from: .empty, key: key)
        }
        #expect(throws: ProofError.self) {
            try first.verify(from: TreeHead(size: 0, root: tree.hash(0, 1)), key: key)
        }
        let error = #expect(throws: ProofError.self) {
            try first.verify(from: TreeHead(size: 3, root: tree.hash(0, 3)), key: key)
        }
        #expect(error?.code == .wrongOldSize)
        #expect(throws: CheckpointError.self) {
            try first.verify(from: .empty, key: key, origin: "other.example")
        }
    }

    @Test(
        "is refused when it is not spelt as it must be",
        arguments: ["", "old\n\n", "old 01\n\n", "old 1\n", "new 1\n\n", "old 1\nAAAA\n\n", "old 1\n\n"])
    func refuses(text: String) {
        #expect(throws: ProofError.self) { try ConsistencyProof(parsing: text) }
    }

    /// What a witness that knows one log answers, and how far it has seen it afterwards.
    private func status(of body: String, key: VerifierKey, head: inout TreeHead) -> Int {
        do {
            head = try ConsistencyProof(parsing: body).verify(from: head, key: key).head
            return 200
        } catch let error as ProofError {
            switch error.code {
            case .wrongOldSize: return 409
            // The second step has stray bits in the Base64 of its signature; Go decodes it and then refuses it.
            case .malformedCheckpoint: return 403
            default: return 422
            }
        } catch {
            return 403
        }
    }
}
