import Audit
import Consent
import Files
import Foundation
import Ledger
import MerkleLog
import TestSupport
import Testing
import Vouching

@Suite(
    "A witness that others wrote",
    .enabled(if: WitnessProgram.path != nil, "aics-witness is not installed; .ci/run says how"))
struct WitnessTests {
    private let folder: ScratchFolder
    private let scratch: ScratchLedger
    private let key: VerifierKey
    private let server: LoopbackServer

    init() throws {
        folder = try ScratchFolder()
        scratch = try ScratchLedger()
        let log = (origin: scratch.ledger.origin, key: scratch.ledger.verifierKey.text)
        key = try VerifierKey(parsing: try WitnessProgram.make(in: folder.path, knowing: log))
        server = try WitnessProgram.serve(from: folder.path)
    }

    /// The ledger as it is now, with its keys, in another place.
    private func copied() throws -> Ledger {
        let place = scratch.folder.path("copy")
        try FileManager.default.copyItem(atPath: scratch.home.path, toPath: place)
        return try Ledger(at: LedgerHome(path: place), context: .system(), create: false)
    }

    private func refuse(_ address: String, in ledger: Ledger) throws {
        var act = SubjectAct(.refused, address: try EmailAddress(parsing: address), purpose: .newsletter)
        act.occurredAt = ledger.now
        _ = try ledger.record(act)
    }

    private func policy(_ text: String) throws -> VerificationTrust {
        VerificationTrust(policy: try WitnessPolicy(parsing: Array(text.utf8)))
    }

    @Test("cosigns the checkpoint, again and again as the log grows")
    func cosigns() throws {
        for number in 0..<3 {
            try scratch.optIn("p\(number)@example.org")
            let cosignature = try Witnessing.cosign(scratch.ledger, by: server.address, key: key)
            #expect(cosignature.timestamp > 1_700_000_000)
        }
        // The same checkpoint once more is a question that it answers, too.
        try Witnessing.cosign(scratch.ledger, by: server.address, key: key)
        #expect(try scratch.ledger.cosignatures.map(\.size) == [3, 4, 5])
        #expect(try scratch.ledger.cosignedCheckpoint.signatures.count == 2)
    }

    @Test("tells what it knows where we forgot, and is asked once more with the proof from there")
    func catchesUp() throws {
        let copy = try copied()
        try Witnessing.cosign(scratch.ledger, by: server.address, key: key)
        for number in 0..<7 { try refuse("p\(number)@example.org", in: copy) }
        try Witnessing.cosign(copy, by: server.address, key: key)
        #expect(try copy.cosignatures.map(\.size) == [9])
    }

    @Test("is found under export, ledger and receipt by a policy that asks for it")
    func keepsPolicy() throws {
        let recorded = try scratch.optIn("ada@example.org")
        try Witnessing.cosign(scratch.ledger, by: server.address, key: key)
        let out = scratch.folder.path("public")
        try LogExport.write(scratch.ledger, to: out)
        let receipt = try scratch.folder.write(
            "ada.tlog-proof", Array(scratch.ledger.receipt(of: recorded.rid).serialized.utf8))
        let trust = try policy("log \(scratch.ledger.verifierKey)\nwitness one \(key)\nquorum one\n")
        for result in [
            try Verification.of(out, trust: trust), try Verification.ledger(scratch.ledger, trust: trust),
            try Verification.of(receipt, key: scratch.ledger.verifierKey, trust: trust),
        ] {
            #expect(result.findings == [] && result.sightings.map(\.witness) == ["one"])
            #expect(result.text.contains("cosigned by witness one at 20"))
        }
    }

    @Test("is missed by a policy where it has not seen the newest checkpoint")
    func missesPolicy() throws {
        try Witnessing.cosign(scratch.ledger, by: server.address, key: key)
        try scratch.optIn("ada@example.org")
        let trust = try policy("witness one \(key)\nquorum one\n")
        let result = try Verification.ledger(scratch.ledger, trust: trust)
        #expect(result.findings.map(\.place) == ["checkpoint"])
        #expect(
            result.findings.first?.problem
                == "not enough witnesses have cosigned it: witness one must have cosigned it")
    }

    @Test("refuses a log that it does not know")
    func unknown() throws {
        let other = try ScratchFolder()
        let stranger = try VerifierKey(parsing: try WitnessProgram.make(in: other.path, knowing: nil))
        let ignorant = try WitnessProgram.serve(from: other.path)
        let error = #expect(throws: VouchingError.self) {
            try Witnessing.cosign(scratch.ledger, by: ignorant.address, key: stranger)
        }
        #expect(error?.code == .unknownLog)
    }

    @Test("finds a ledger that was put back, and one that was changed")
    func findsForks() throws {
        // The same keys, and another history from the third entry on.
        let fork = try copied()
        for name in ["ada", "bea"] { try scratch.optIn("\(name)@example.org") }
        try Witnessing.cosign(scratch.ledger, by: server.address, key: key)
        let shorter = #expect(throws: VouchingError.self) {
            try Witnessing.cosign(fork, by: server.address, key: key)
        }
        #expect(shorter?.message.contains("has seen 4 entries of this log, and here it has 2") == true)
        for name in ["cyd", "dan", "eve"] { try refuse("\(name)@example.org", in: fork) }
        let other = #expect(throws: VouchingError.self) {
            try Witnessing.cosign(fork, by: server.address, key: key)
        }
        #expect(other?.code == .otherHistory)
        #expect(try fork.cosignatures.isEmpty)
    }

    @Test("is not believed under another key")
    func otherKey() throws {
        let other = try ScratchFolder()
        let stranger = try VerifierKey(parsing: try WitnessProgram.make(in: other.path, knowing: nil))
        let error = #expect(throws: VouchingError.self) {
            try Witnessing.cosign(scratch.ledger, by: server.address, key: stranger)
        }
        #expect(error?.code == .invalidAnswer)
        #expect(try scratch.ledger.cosignatures.isEmpty)
    }
}
