import Audit
import Consent
import Files
import Foundation
import Ledger
import MerkleLog
import TestSupport
import Testing

@Suite("What is verified across a change of the log's key")
struct KeyChangeTests {
    let mixed: MixedLedger
    let folder: ScratchFolder
    let old: VerifierKey
    let older: SignedNote
    let oldReceipt: String

    /// An export and a receipt of before, the change, and a few entries after it.
    init() throws {
        mixed = try MixedLedger(entries: 300)
        folder = try ScratchFolder()
        let ledger = mixed.ledger
        (old, older) = (ledger.verifierKey, ledger.checkpoint.note)
        try LogExport.write(ledger, to: folder.path("log"))
        let rid = try #require(try ledger.history(of: mixed.ada).first?.rid)
        oldReceipt = try folder.write("old.tlog-proof", Array(ledger.receipt(of: rid).serialized.utf8))
        _ = try ledger.rotateLogKey()
        try mixed.scratch.optIn("late@example.org")
    }

    private var new: VerifierKey { mixed.ledger.verifierKey }

    private func export() throws -> String {
        try LogExport.write(mixed.ledger, to: folder.path("log"))
        return folder.path("log")
    }

    @Test("an export goes on where it ended, and holds for the holder of either key")
    func exported() throws {
        let log = try export()
        #expect(ScratchFolder.files(in: log).contains("transitions/301.tlog-proof"))
        for key in [old, new] {
            let found = try Verification.log(log, key: key, older: older)
            #expect(found.findings == [] && found.checkpoint?.checkpoint.size == 302)
            #expect(found.notes.contains { $0.contains("The log's key changed in entry 300") })
        }
        #expect(try Verification.log(log).keys?.keys == [old, new])
    }

    @Test("an export whose change was taken out or forged does not hold for the holder of the old key")
    func forgedTransitions() throws {
        let log = try export()
        let file = Path.join(log, "transitions/301.tlog-proof")
        let honest = String(decoding: try InputFile.contents(of: file), as: UTF8.self)
        let signatures = honest.split(separator: "\n").filter { $0.hasPrefix("\u{2014}") }
        #expect(signatures.count == 2)
        // Without the signature of the one key or of the other, and with another record.
        let extra = try #require(honest.split(separator: "\n").first { $0.hasPrefix("extra ") })
        let forgeries = [
            honest.replacingOccurrences(of: signatures[0] + "\n", with: ""),
            honest.replacingOccurrences(of: signatures[1] + "\n", with: ""),
            honest.replacingOccurrences(of: extra, with: "extra " + String(extra.dropFirst(6).reversed())),
            honest.replacingOccurrences(of: "index 300", with: "index 299"),
        ]
        for forged in forgeries {
            #expect(forged != honest)
            try ScratchFolder.place(Array(forged.utf8), at: file)
            for key in [old, new] { #expect(try !Verification.log(log, key: key).holds) }
        }
        try PrivateFile.remove(file)
        #expect(try !Verification.log(log, key: old).holds)
        #expect(try Verification.log(log, key: new).holds, "who has the new key needs no way to it")
    }

    @Test("a change of another log, or of more entries than there are, leads nowhere")
    func strangers() throws {
        let other = try ScratchLedger(seed: 9)
        _ = try other.ledger.rotateLogKey()
        let log = try export()
        let foreign = try #require(try other.ledger.keySuccession.transitions.first)
        try ScratchFolder.place(
            Array(foreign.proof.serialized.utf8), at: Path.join(log, "transitions/\(foreign.size).tlog-proof")
        )
        #expect(try Verification.log(log, key: new).findings.contains { $0.place.contains("transitions/") })
    }

    @Test("receipts, certificates and dossiers of before and after hold for either key")
    func documents() throws {
        let ledger = mixed.ledger
        let changes = try Verification.transitions(in: export())
        let dossier = folder.path("dossier")
        try SubjectDossier(of: mixed.ada, in: ledger).write(to: dossier, from: ledger)
        #expect(ScratchFolder.files(in: dossier).contains("transitions/301.tlog-proof"))
        let rid = try #require(try ledger.history(of: mixed.ada).first?.rid)
        let newReceipt = try folder.write("new.tlog-proof", Array(ledger.receipt(of: rid).serialized.utf8))
        for key in [old, new] {
            #expect(try Verification.dossier(dossier, key: key).findings == [])
            for path in [oldReceipt, newReceipt] {
                #expect(try Verification.receipt(path, key: key, transitions: changes).findings == [])
            }
        }
        #expect(try Verification.receipt(oldReceipt, key: old).holds)
        #expect(try !Verification.receipt(oldReceipt, key: new).holds)
        #expect(try !Verification.receipt(newReceipt, key: old).holds)
        for path in [oldReceipt, newReceipt] {
            #expect(try Verification.receipt(path, of: ledger, trust: .init()).holds)
        }
        #expect(try Verification.ledger(ledger, key: old).holds)
    }

    @Test("a receipt of another history, which a stolen key signed, is told by the log")
    func fork() throws {
        let fork = try MixedLedger(entries: 300)
        try fork.scratch.optIn("forged@example.org")
        let rid = try #require(
            try fork.ledger.history(of: EmailAddress(parsing: "forged@example.org")).first?.rid)
        #expect(fork.ledger.verifierKey == old)
        // One entry more than the change has, so that only the key's end tells.
        let late = try folder.write("late.tlog-proof", Array(fork.ledger.receipt(of: rid).serialized.utf8))
        #expect(try !Verification.receipt(late, of: mixed.ledger, trust: .init()).holds)
        let short = try MixedLedger(entries: 250)
        try short.scratch.optIn("forged@example.org")
        let other = try #require(
            try short.ledger.history(of: EmailAddress(parsing: "forged@example.org")).first?.rid)
        let early = try folder.write(
            "early.tlog-proof", Array(short.ledger.receipt(of: other).serialized.utf8))
        let found = try Verification.receipt(early, of: mixed.ledger, trust: .init())
        #expect(found.findings.contains { $0.problem.contains("does not extend") })
    }
}
