import Foundation
import Testing

/// Whoever left is kept out, however often the taking over of their list was killed.
@Suite("A list of unsubscribes under fire", .serialized)
struct SuppressingUnderFireTests {
    /// The answer of `suppress list --json`, as much of it as is needed here.
    private struct Answer: Decodable { let count: Int }

    private func entries(in workplace: Workplace) throws -> Int {
        let outcome = try workplace.run("consentgate suppress list --json")
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)).count
    }

    @Test("is taken over whole by the run after it, and told to the log once")
    func survivesKilling() throws {
        let rows = 140_000
        let workplace = try Workplace()
        #expect(try workplace.run("consentgate init --controller 'Example GmbH'").status == 0)
        #expect(
            try workplace.run("{ echo email; seq -f 'p%.0f@example.org' 1 \(rows); } > left.csv").status == 0)
        let command = "consentgate suppress import left.csv --json"
        var last = 0
        for _ in 0..<6 {
            let running = try workplace.start("exec \(command)")
            usleep(UInt32.random(in: 20_000...4_000_000))
            kill(running.process.processIdentifier, SIGKILL)
            _ = try running.wait()
            // Nobody leaves the list again, and the ledger opens as if nothing had been.
            let now = try entries(in: workplace)
            #expect((last...rows).contains(now))
            last = now
            #expect(try workplace.run("consentgate verify").status == 0)
        }
        #expect(try workplace.run(command).status == 0)
        #expect(try entries(in: workplace) == rows)
        #expect(try workplace.run(command).output.contains("\"wasKnown\": true"))
        let told = try workplace.run("consentgate audit ledger | grep -c suppression-imported")
        #expect(told.output == "1\n")
        let vetting = try workplace.run(
            "sed -n '1p;2p;70000p;\(rows + 1)p' left.csv > list.csv; consentgate vet list.csv --purpose newsletter"
        )
        #expect(vetting.output.contains("reject D02 suppressed: 3"), "\(vetting.output)\(vetting.errors)")
        #expect(try workplace.run("consentgate doctor --deep").status == 0)
    }
}
