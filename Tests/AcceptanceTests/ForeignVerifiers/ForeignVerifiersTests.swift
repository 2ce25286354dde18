import Audit
import Files
import Foundation
import Ledger
import MerkleLog
import Testing

/// Verifiers that others wrote, or could have written, come to the same answer as ours.
@Suite("Foreign verifiers", .serialized, MixedLogs.once)
struct ForeignVerifiersTests {
    @Test(
        "Go's sumdb finds nothing wrong",
        .enabled(if: ForeignVerifier.go.isInstalled, ForeignVerifier.go.absence))
    func goAgrees() throws { try agree(.go) }

    @Test(
        "a verifier in Python finds nothing wrong",
        .enabled(if: ForeignVerifier.python.isInstalled, ForeignVerifier.python.absence))
    func pythonAgrees() throws { try agree(.python) }

    @Test(
        "Go's sumdb refuses", .enabled(if: ForeignVerifier.go.isInstalled, ForeignVerifier.go.absence),
        arguments: Forgery.allCases)
    func goRefuses(forgery: Forgery) throws { try refuse(forgery, by: .go) }

    @Test(
        "a verifier in Python refuses",
        .enabled(if: ForeignVerifier.python.isInstalled, ForeignVerifier.python.absence),
        arguments: Forgery.allCases)
    func pythonRefuses(forgery: Forgery) throws { try refuse(forgery, by: .python) }

    @Test("the program refuses", arguments: Forgery.allCases)
    func programRefuses(forgery: Forgery) throws {
        let (mixed, forged) = try forged(forgery)
        let outcome = try mixed.workplace.run("cd '\(forged.folder)' && \(forgery.question)")
        #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("IT DOES NOT HOLD"))
        let honest = try mixed.workplace.run(
            "cd '\(mixed.honest.folder)' && ln -sfn ../ledger ledger && \(forgery.question); status=$?; rm -f ledger; exit $status"
        )
        #expect(honest.status == 0, "\(honest.output)\(honest.errors)")
    }

    @Test("all of them let a clock pass that was wrong and was explained")
    func explainedClock() throws {
        let (mixed, forged) = try forged(.backDatedRecord)
        let explained = Case(folder: mixed.workplace.folder.appending(path: "explained").path)
        try FileManager.default.copyItem(atPath: forged.folder, toPath: explained.folder)
        let ledger = try Ledger(
            at: LedgerHome(path: explained.path("ledger")), context: .system(), create: false)
        let place = try #require(try ledger.examine().findings.first?.place)
        let entry = try #require(UInt64(place.dropFirst("entry ".count)))
        let record = try ledger.explainClock(at: entry, reason: "the clock was a year behind")
        try LogExport.write(ledger, to: explained.path("log"))
        let receipt = try ledger.receipt(of: record.rid).serialized
        try explained.keep(Array(receipt.utf8), as: "receipts/explained.tlog-proof")
        let own = try mixed.workplace.run("consentgate verify --home '\(ledger.home.path)'")
        #expect(own.status == 0 && own.output.contains("note     entry \(entry): it says"), "\(own.output)")
        for verifier in [ForeignVerifier.go, .python] where verifier.isInstalled {
            let outcome = try mixed.workplace.run(verifier.command(for: explained))
            #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        }
    }

    @Test(
        "the short program of dossiers reads every receipt, and refuses a changed one",
        .enabled(if: ForeignVerifier.go.isInstalled, ForeignVerifier.go.absence))
    func shortProgram() throws {
        let (mixed, forged) = try forged(.backDatedReceipt)
        try mixed.workplace.write(ReceiptProgram.text, to: "verify-receipt.go")
        try ForeignVerifier.build("verify-receipt.go", as: "verify-receipt", in: mixed.workplace)
        let all = try mixed.workplace.run(
            "for file in honest/receipts/*; do ./verify-receipt honest/vkey $file 2>&1 || exit 1; done")
        #expect(all.status == 0, "\(all.output.suffix(500))")
        let receipts = try Folder.names(in: mixed.honest.path("receipts")).count
        #expect(all.output.components(separatedBy: "It holds: entry ").count == receipts + 1)
        // Whoever has the old key alone finds the new one, by the receipt of the change.
        let change = try #require(try mixed.ledger().keySuccession.transitions.first)
        for key in [change.from, change.to] {
            try mixed.workplace.write(key.text + "\n", to: "one-vkey")
            let followed = try mixed.workplace.run(
                "./verify-receipt one-vkey honest/log/transitions/\(change.size).tlog-proof")
            #expect(followed.status == 0 && followed.output.contains(change.to.text), "\(followed.errors)")
        }
        let one = try mixed.workplace.run(
            "./verify-receipt honest/vkey '\(forged.path("receipts/entry-1.tlog-proof"))'")
        #expect(one.status == 1)
        #expect(one.errors.contains("It does not hold: invalid transparency proof"))
        let cut = try mixed.workplace.run(
            "for n in 0 1 30 100 200; do head -c $n honest/receipts/entry-1.tlog-proof > cut; ./verify-receipt honest/vkey cut; done"
        )
        #expect(!cut.errors.contains("panic"), "\(cut.errors)")
        #expect(cut.errors.components(separatedBy: "It does not hold").count == 6)
    }

    @Test(
        "the Go programs are formatted as Go has it",
        .enabled(if: ForeignVerifier.go.isInstalled, ForeignVerifier.go.absence))
    func isFormatted() throws {
        let mixed = try MixedLogs.current()
        try mixed.workplace.write(ReceiptProgram.text, to: "verify-receipt.go")
        let outcome = try mixed.workplace.run("gofmt -l verify-receipt.go '\(ForeignVerifier.sources)/go'")
        #expect(outcome.status == 0 && outcome.output == "" && outcome.errors == "")
    }

    private func agree(_ verifier: ForeignVerifier) throws {
        let mixed = try MixedLogs.current()
        let outcome = try mixed.workplace.run(verifier.command(for: mixed.honest))
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        let size = try mixed.ledger().checkpoint.checkpoint.size
        #expect(size >= 1000)
        for line in [
            "entries: \(size)", "bundles: \((size + 255) / 256)", "tiles: \((size + 255) / 256 + 1)",
            "checkpoints: \(MixedLog.events.count)", "log/transitions: 1",
            "consistency: \(try Folder.names(in: mixed.honest.path("consistency")).count)",
            "receipts: \(try Folder.names(in: mixed.honest.path("receipts")).count)",
            "erased: \(MixedLog.unopenable)",
        ] { #expect(outcome.output.contains("\(line)\n"), "\(outcome.output)") }
    }

    private func refuse(_ forgery: Forgery, by verifier: ForeignVerifier) throws {
        let (mixed, forged) = try forged(forgery)
        let outcome = try mixed.workplace.run(verifier.command(for: forged))
        #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.hasPrefix("wrong: "), "\(outcome.output)\(outcome.errors)")
    }

    /// A copy of the honest case with one thing forged.
    private func forged(_ forgery: Forgery) throws -> (MixedLog, Case) {
        let mixed = try MixedLogs.current()
        let forged = Case(folder: mixed.workplace.folder.appending(path: "forged-\(forgery.rawValue)").path)
        if !Folder.exists(forged.folder) {
            try FileManager.default.copyItem(atPath: mixed.honest.folder, toPath: forged.folder)
            try forgery.forge(forged, of: mixed)
        }
        return (mixed, forged)
    }
}
