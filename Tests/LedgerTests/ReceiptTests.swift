import Consent
import Cryptography
import Ledger
import MerkleLog
import Testing

@Suite("Receipts")
struct ReceiptTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
    }

    /// What a stranger does who has the receipt's text and the verifier key.
    private func verify(_ text: String) throws -> (record: String, checkpoint: VerifiedCheckpoint) {
        let proof = try TransparencyProof(parsing: text)
        let extra = try #require(proof.extra)
        let (opening, record) = try #require(Commitment.parts(of: extra))
        let entry = Commitment.leaf(opening: opening, record: record)
        let key = try VerifierKey(parsing: ledger.verifierKey.description)
        return (String(decoding: record, as: UTF8.self), try proof.verify(entry: entry, key: key))
    }

    @Test("verify with the public key alone and show one record", arguments: [1, 2, 5, 300])
    func subjects(count: Int) throws {
        let answers = try (0..<count).map { number in
            try ledger.record(.sample(.given, "person\(number)@example.org"))
        }
        for number in Set([0, count / 2, count - 1]) {
            let (record, checkpoint) = try verify(ledger.receipt(of: answers[number].rid).serialized)
            #expect(record.contains("\"email\":\"person\(number)@example.org\""))
            #expect(record.contains(answers[number].rid.description))
            #expect(checkpoint.checkpoint.size == UInt64(count + 2))
        }
    }

    @Test("are given for open records too")
    func openRecords() throws {
        let records = try ledger.openRecords()
        #expect(records.map(\.kind) == [.controllerNamed, .wordingPublished])
        for open in records {
            let (record, _) = try verify(ledger.receipt(of: open.rid).serialized)
            #expect(Array(record.utf8) == open.record)
        }
    }

    @Test("of a changed record do not verify")
    func changed() throws {
        let answer = try ledger.record(.sample())
        let proof = try ledger.receipt(of: answer.rid)
        let extra = try #require(proof.extra)
        var (opening, record) = try #require(Commitment.parts(of: extra))
        record[record.count - 3] ^= 1
        let entry = Commitment.leaf(opening: opening, record: record)
        #expect(throws: ProofError.self) { try proof.verify(entry: entry, key: ledger.verifierKey) }
        opening[0] ^= 1
        #expect(Commitment.parts(of: opening) == nil, "an opening without a record is no disclosure")
    }

    @Test("are refused for a name that nobody knows")
    func unknown() throws {
        let rid = try #require(RecordID(bytes: [UInt8](repeating: 9, count: 16)))
        #expect(ledgerError { _ = try ledger.receipt(of: rid) }?.code == .unknownRecord)
    }

    @Test("two records that say the same have leaves that show nothing of it")
    func leavesAreHidden() throws {
        for number in 0..<3 { _ = try ledger.record(.sample(.given, "person\(number)@example.org")) }
        var leaves: [[UInt8]] = []
        try ledger.forEachEntry(from: 0, to: 5) { _, leaf in leaves.append(leaf) }
        #expect(Set(leaves).count == 5)
        #expect(leaves.allSatisfy { $0.count == Commitment.leafSize && $0.first == 1 })
    }
}
