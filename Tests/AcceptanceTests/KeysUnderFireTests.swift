import Foundation
import Testing

/// There is one truth about keys, however the process ends that changes them.
@Suite("Changes of keys under fire", .serialized)
struct KeysUnderFireTests {
    private func prepared() throws -> Workplace {
        let workplace = try Workplace()
        for command in [
            "consentgate init --controller 'Example GmbH' --origin example.org/consent",
            "consentgate refuse ada@example.org --purpose newsletter",
            "umask 077; openssl rand -hex 32 > outer.key; echo 'correct horse battery' > passphrase",
        ] { #expect(try workplace.run(command).status == 0) }
        workplace.set("CONSENTGATE_PASSPHRASE_FILE", to: workplace.folder.appending(path: "passphrase").path)
        return workplace
    }

    /// Runs a command, kills it at some moment, and has the next one find a whole ledger.
    private func fire(_ command: String, at workplace: Workplace, rounds: Int) throws {
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try workplace.run("consentgate \(command)").status == 0)
        let whole = start.duration(to: clock.now)
        for round in 0..<rounds {
            let running = try workplace.start("exec consentgate \(command)")
            usleep(UInt32((whole / .microseconds(1)) * Double.random(in: 0.05...1.05)))
            kill(running.process.processIdentifier, SIGKILL)
            _ = try running.wait()
            let recorded = try workplace.run("consentgate refuse p\(round)@example.org --purpose newsletter")
            #expect(recorded.status == 0, "\(recorded.errors)")
            let shown = try workplace.run("consentgate show ada@example.org")
            #expect(shown.status == 0 && shown.output.contains("refused"), "\(shown.output)\(shown.errors)")
        }
    }

    private func whole(_ workplace: Workplace) throws {
        let verification = try workplace.run("consentgate verify")
        #expect(verification.status == 0, "\(verification.output)\(verification.errors)")
        let checkup = try workplace.run("consentgate doctor --deep")
        #expect(checkup.status == 0, "\(checkup.output)")
    }

    @Test("the log's key: killed at any moment, every verifier of before finds the key of today")
    func logKey() throws {
        let workplace = try prepared()
        #expect(
            try workplace.run("consentgate log key > first; consentgate log export --out log").status == 0)
        try fire("keys rotate log", at: workplace, rounds: 20)
        #expect(try workplace.run("ls ledger/keys").output == "kek\nlog.key\nlookup.key\nsuppress.key\n")
        try whole(workplace)
        let exported = try workplace.run(
            "consentgate log export --out log && consentgate verify log --key first")
        #expect(exported.status == 0, "\(exported.output)\(exported.errors)")
    }

    @Test("the protection of kek: killed at any moment, the old one holds or the new one")
    func protection() throws {
        let workplace = try prepared()
        try fire(
            "keys protect --passphrase --new-passphrase-file passphrase", at: workplace, rounds: 6)
        try fire("keys protect --key-file outer.key", at: workplace, rounds: 6)
        try fire("keys protect --none", at: workplace, rounds: 6)
        try whole(workplace)
    }
}
