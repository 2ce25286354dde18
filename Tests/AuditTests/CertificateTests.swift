import Audit
import CanonicalJSON
import Files
import Foundation
import Ledger
import MerkleLog
import TestSupport
import Testing

@Suite("Certificates and receipts")
struct CertificateTests {
    let mixed: MixedLedger
    let path: String

    init() throws {
        mixed = try MixedLedger()
        let proof = try mixed.ledger.receipt(of: mixed.run.rid)
        let json = CertificateFile.make(
            record: mixed.run, proof: proof, key: mixed.ledger.verifierKey,
            names: MixedLedger.names)
        path = try mixed.scratch.folder.write("out/list.certificate.json", Array(json.pretty.utf8))
        try mixed.scratch.folder.write("out/list.accepted.csv", Array(mixed.accepted.utf8))
    }

    private func receiptPath() throws -> String {
        let event = try #require(try mixed.ledger.history(of: mixed.ada).first)
        let receipt = try mixed.ledger.receipt(of: event.rid)
        return try mixed.scratch.folder.write("receipts/one.tlog-proof", Array(receipt.serialized.utf8))
    }

    @Test("hold by themselves, and note what does not lie beside them")
    func hold() throws {
        let result = try Verification.of(path)
        #expect(result.findings == [])
        #expect(result.subject == .certificate && result.keySource == .enclosed)
        #expect(result.record?["rows"] == 12)
        #expect(result.notes.contains { $0.contains("list.held.csv does not lie beside") })
        #expect(result.counts.map(\.number) == [1, 1])
        #expect(try Verification.of(path, key: mixed.ledger.verifierKey).keySource == .given)
    }

    @Test("betray a list that was changed afterwards")
    func betraysList() throws {
        let list = Array(mixed.accepted.utf8)
        for place in list.indices {
            try mixed.scratch.folder.write("out/list.accepted.csv", Tampering.flip(list, at: place))
            #expect(try Verification.of(path).findings.map(\.place) == ["list.accepted.csv"])
        }
    }

    @Test("betray every changed byte of their own; a changed file name finds no file")
    func betrayEveryByte() throws {
        let original = try InputFile.contents(of: path)
        let whole = try Verification.of(path)
        for place in Tampering.places(in: original, about: 60) {
            try mixed.scratch.folder.write("out/list.certificate.json", Tampering.flip(original, at: place))
            guard let result = try? Verification.certificate(path) else { continue }
            #expect(!result.holds || result.notes != whole.notes, "at \(place)")
        }
    }

    @Test("are not believed with another key")
    func refuseOtherKey() throws {
        let foreign = try ScratchLedger(seed: 9, publishing: false).ledger.verifierKey
        #expect(!(try Verification.of(path, key: foreign).holds))
        #expect(!(try Verification.of(try receiptPath(), key: foreign).holds))
    }

    @Test("receipts answer their record, once there is a key")
    func receiptsAnswer() throws {
        let receipt = try receiptPath()
        #expect(throws: AuditError.self) { try Verification.of(receipt) }
        let result = try Verification.of(receipt, key: mixed.ledger.verifierKey)
        #expect(result.holds && result.subject == .receipt)
        #expect(result.record?["subject"]?["email"] == "ada@example.org")
        try mixed.scratch.folder.write("vkey", Array("\(mixed.ledger.verifierKey)\n".utf8))
        #expect(try Verification.of(receipt).keySource == .enclosed)
    }

    @Test("receipts betray every changed byte")
    func receiptsBetray() throws {
        let receipt = try receiptPath()
        let original = try InputFile.contents(of: receipt)
        for place in Tampering.places(in: original, about: 60) {
            try mixed.scratch.folder.write("receipts/one.tlog-proof", Tampering.flip(original, at: place))
            let result = try Verification.receipt(receipt, key: mixed.ledger.verifierKey)
            #expect(result.findings.map(\.place) == ["one.tlog-proof"], "at \(place)")
        }
    }

    @Test("what is none of these is refused by name", arguments: ["", "{}", "hello", "{\"format\":\"x\"}"])
    func refusesOthers(content: String) throws {
        let other = try mixed.scratch.folder.write("other", Array(content.utf8))
        #expect(throws: AuditError.self) { try Verification.of(other) }
        #expect(throws: AuditError.self) { try Verification.of(mixed.scratch.folder.path("out")) }
        #expect(throws: AuditError.self) { try Verification.of(mixed.scratch.folder.path("missing")) }
    }
}
