import Foundation
import Testing

/// Whoever was told to be gone stays gone, however the process ends.
@Suite("An erasure under fire", .serialized)
struct ErasureUnderFireTests {
    private func prepared(_ people: Int) throws -> Workplace {
        let workplace = try Workplace()
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/newsletter.md")
        try workplace.write(String(contentsOf: fixture, encoding: .utf8), to: "newsletter.md")
        var list = "email,optin_time,optin_ip\n"
        for number in 0..<people {
            list += "p\(number)@example.org,2025-03-10T10:11:\(10 + number)Z,192.0.2.1\n"
        }
        try workplace.write(list, to: "list.csv")
        for command in [
            "consentgate init --controller 'Example GmbH'", "consentgate wording publish newsletter.md",
            "consentgate import list.csv --purpose newsletter --tool shop --wording newsletter@1",
        ] {
            #expect(try workplace.run(command).status == 0)
        }
        return workplace
    }

    @Test("is finished by the next command when it is killed at any moment, or was never begun")
    func survivesKilling() throws {
        let rounds = 25
        let workplace = try prepared(rounds + 1)
        let clock = ContinuousClock()
        let whole = try clock.measure {
            _ = try workplace.run("consentgate erase p\(rounds)@example.org")
        }
        for round in 0..<rounds {
            let address = "p\(round)@example.org"
            let running = try workplace.start("exec consentgate erase \(address) --json")
            usleep(UInt32((whole / .microseconds(1)) * Double.random(in: 0.05...1.05)))
            kill(running.process.processIdentifier, SIGKILL)
            let answer = try running.wait()
            let shown = try workplace.run("consentgate show \(address)")
            #expect(shown.status == 0, "\(shown.errors)")
            let isGone = shown.output.contains("Nothing is recorded.")
            if answer.output.contains("\"isDestroyed\": true") { #expect(isGone, "it was answered") }
            let checkup = try workplace.run("consentgate doctor").output
            #expect(!checkup.contains("not destroyed yet"))
            if !isGone { #expect(try workplace.run("consentgate erase \(address)").status == 0) }
            #expect(try workplace.run("consentgate show \(address)").output.contains("Nothing is recorded."))
        }
        let verification = try workplace.run("consentgate verify")
        #expect(verification.status == 0, "\(verification.output)\(verification.errors)")
        let vetting = try workplace.run("consentgate vet list.csv --purpose newsletter")
        #expect(vetting.output.contains("reject D02 suppressed: \(rounds + 1)"), "\(vetting.output)")
    }
}
