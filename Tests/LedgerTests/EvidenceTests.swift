import Consent
import Ledger
import MerkleLog
import Testing

@Suite("Evidence")
struct EvidenceTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.furnished()
    }

    @Test("a sealed copy opens and has its digest; of a hash-only file nothing but the digest is kept")
    func keeping() throws {
        let files: [SubjectAct.EvidenceFile] = [
            .text("sealed words"), .text("hashed words", keeping: .hashOnly),
        ]
        let answer = try ledger.record(.sample(method: .webForm, evidence: files))
        let examined = try ledger.evidence(of: answer.rid)
        #expect(examined.map(\.condition) == [.intact, .hashOnly])
        #expect(examined.map(\.content) == [Array("sealed words".utf8), nil])
        #expect(examined.map(\.evidence) == answer.evidence)
        // printf 'hashed words' | sha256sum
        #expect(
            examined.last?.evidence.digest.hex
                == "d053e0bc6ebd238360e93dc3d4b4763a8b05c5c1be549378ff6e2be22ae9a899")
        for (name, bytes) in try folder.everyFile() {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("ed words"), "\(name)")
        }
    }

    @Test("an empty file shows nothing and is refused")
    func empty() throws {
        let act = try SubjectAct.sample(method: .webForm, evidence: [.text("form"), .text("")])
        let error = #expect(throws: LedgerError.self) { try ledger.record(act) }
        #expect(error?.code == .emptyEvidence)
        #expect(try ledger.history(of: act.address).isEmpty)
    }

    @Test("a file over the limit is refused when it is to be sealed, and hashed when it is not")
    func tooLarge() throws {
        let bytes = [UInt8](repeating: 7, count: Ledger.greatestEvidence + 1)
        func act(_ keeping: Evidence.Keeping) throws -> SubjectAct {
            try .sample(method: .email, evidence: [.init(bytes: bytes, kind: "eml", keeping: keeping)])
        }
        #expect(ledgerError { _ = try ledger.record(act(.sealed)) }?.code == .evidenceTooLarge)
        #expect(ledger.checkpoint.checkpoint.size == 2)
        #expect(try ledger.record(act(.hashOnly)).evidence.first?.size == Int64(bytes.count))
    }

    @Test("what became of the copy shows in the standing today")
    func standingLooks() throws {
        let act = try SubjectAct.form(at: "2026-10-01T08:00:00Z")
        _ = try ledger.record(act)
        func condition() throws -> EvidenceCondition? {
            try ledger.standings(of: [act.address], for: .newsletter).first?.evidence
        }
        #expect(try condition() == .intact)
        try folder.edit(folder.home.vaultDatabase, "UPDATE evidence SET digest = zeroblob(32)")
        #expect(try condition() == .altered)
        try folder.edit(folder.home.vaultDatabase, "UPDATE evidence SET sealed = zeroblob(64)")
        #expect(try condition() == .unreadable)
        try folder.edit(folder.home.vaultDatabase, "DELETE FROM evidence")
        #expect(try condition() == .unreadable)
    }
}
