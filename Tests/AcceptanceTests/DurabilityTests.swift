import Foundation
import Testing

/// What was answered stays, however the process ends.
@Suite("The ledger under fire", .serialized)
struct DurabilityTests {
    /// The answer of `record --json`, as much of it as is needed here.
    private struct Answer: Decodable { let rid: String }
    /// The answer of `show --json`.
    private struct Timeline: Decodable {
        struct Event: Decodable { let rid: String }
        let events: [Event]
    }

    private static let wording = """
        ---
        id: newsletter
        language: en
        purposes: [newsletter]
        controller named: true
        withdrawal explained: true
        pre-ticked: false
        bundled: false
        ---
        Yes, send me the newsletter of Example GmbH. I can stop at any time.

        """

    private func prepared() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.write(Self.wording, to: "newsletter.md")
        try workplace.write("<form>", to: "form.html")
        #expect(try workplace.run("consentgate init --controller 'Example GmbH'").status == 0)
        #expect(try workplace.run("consentgate wording publish newsletter.md").status == 0)
        return workplace
    }

    private static func recording(_ address: String) -> String {
        "consentgate record \(address) --purpose newsletter --wording newsletter@1 --method web-form "
            + "--at 2026-10-02T09:15:00Z --evidence form.html --json"
    }

    private func events(of address: String, in workplace: Workplace) throws -> [String] {
        let outcome = try workplace.run("consentgate show \(address) --json")
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Timeline.self, from: Data(outcome.output.utf8)).events.map(\.rid)
    }

    @Test("keeps every answered event and no half one when it is killed at any moment")
    func survivesKilling() throws {
        let workplace = try prepared()
        let clock = ContinuousClock()
        let whole = try clock.measure { _ = try workplace.run(Self.recording("first@example.org")) }
        var answered: [String: String] = [:]
        let rounds = 25
        for round in 0..<rounds {
            let address = "p\(round)@example.org"
            // The shell makes way for the program, so that the signal meets the program itself.
            let running = try workplace.start("exec " + Self.recording(address))
            usleep(UInt32((whole / .microseconds(1)) * Double.random(in: 0.05...1.05)))
            kill(running.process.processIdentifier, SIGKILL)
            let outcome = try running.wait()
            if let answer = try? JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)) {
                answered[address] = answer.rid
            }
        }
        let verification = try workplace.run("consentgate verify")
        #expect(verification.status == 0, "\(verification.output)\(verification.errors)")
        for round in 0..<rounds {
            let address = "p\(round)@example.org"
            let events = try events(of: address, in: workplace)
            #expect(events.count <= 1)
            if let rid = answered[address] {
                #expect(events == [rid])
            } else {
                // Whoever was not answered tells it again, and it stands there once.
                #expect(try workplace.run(Self.recording(address)).status == 0)
                #expect(try self.events(of: address, in: workplace).count == 1)
            }
        }
    }

    /// The answer of `import --json`, as much of it as is needed here.
    private struct ImportAnswer: Decodable {
        let rows: Int
        let recorded: Int
        let known: Int
    }

    @Test("has every claim of an import exactly once, however often it was killed")
    func survivesKillingAnImport() throws {
        let workplace = try prepared()
        let rows = 6000
        var list = "email,optin_time,optin_ip\n"
        for number in 0..<rows {
            let (day, hour, minute) = (10 + number / 1440 % 18, number / 60 % 24, number % 60)
            let time = "2025-03-\(day)T\(10 + hour % 10):\(10 + minute % 50):\(10 + number % 47)Z"
            list += "p\(number)@example.org,\(time),192.0.2.\(number % 200)\n"
        }
        try workplace.write(list, to: "list.csv")
        let command =
            "consentgate import list.csv --purpose newsletter --tool shop --wording newsletter@1 --json"
        for _ in 0..<5 {
            let running = try workplace.start("exec " + command)
            usleep(UInt32.random(in: 50_000...1_500_000))
            kill(running.process.processIdentifier, SIGKILL)
            _ = try running.wait()
        }
        let last = try workplace.run(command)
        let answer = try JSONDecoder().decode(ImportAnswer.self, from: Data(last.output.utf8))
        #expect(answer.rows == rows)
        let taken = try workplace.run("consentgate audit ledger | grep -c 'given.*import'")
        #expect(taken.output == "\(answer.recorded + answer.known)\n", "each claim stands once")
        let again = try workplace.run(command)
        let second = try JSONDecoder().decode(ImportAnswer.self, from: Data(again.output.utf8))
        #expect((second.recorded, second.known) == (0, answer.recorded + answer.known))
        #expect(try workplace.run("consentgate verify").status == 0)
    }

    @Test("lets two processes record into one ledger, and loses nothing of either")
    func waits() throws {
        let workplace = try prepared()
        let each = 12
        let loops = try ["a", "b"].map { name in
            try workplace.start(
                "set -e; i=0; while [ $i -lt \(each) ]; do \(Self.recording("\(name)$i@example.org")); i=$((i+1)); done"
            )
        }
        for loop in loops {
            let outcome = try loop.wait()
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        for name in ["a", "b"] {
            for number in 0..<each {
                #expect(try events(of: "\(name)\(number)@example.org", in: workplace).count == 1)
            }
        }
        #expect(try workplace.run("consentgate verify").status == 0)
    }
}
