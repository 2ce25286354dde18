import Foundation
import Testing

/// Who cuts a look-up file ends the vetting that reads in it, for its pages are gone.
///
/// Nobody who left is let pass by that.
@Suite("A look-up file that is cut while a list is vetted", .serialized)
struct CutLookUpTests {
    private static let people = 1650
    /// Cells that make a list so long that people are looked up in a file from its first row.
    private static let notes = String(repeating: "met at the stand and wants a call back ", count: 20)

    private func prepared() throws -> Workplace {
        let workplace = try Workplace()
        var claims = "Email Address,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,UNSUB_TIME\n"
        var list = "email,notes\n"
        for number in 0..<Self.people {
            let time = "2025-03-\(10 + number % 20) 10:\(10 + number / 60 % 50):\(10 + number % 50)"
            let left = number % 3 == 0 ? "2025-06-01 10:11:12" : ""
            claims += "p\(number)@example.org,\(time),192.0.2.1,\(time),192.0.2.1,\(left)\n"
            list += "p\(number)@example.org,\(Self.notes)\n"
        }
        try workplace.write(claims, to: "claims.csv")
        try workplace.write(list, to: "list.csv")
        #expect(try workplace.run("consentgate init --controller 'Example GmbH'").status == 0)
        let taken = try workplace.run("consentgate import claims.csv --purpose newsletter --tool Mailchimp")
        #expect(taken.status == 0, "\(taken.output)\(taken.errors)")
        return workplace
    }

    /// Everybody but those who left is let pass.
    private let vetting =
        "consentgate vet list.csv --purpose newsletter --policy linkedin-only --threads 2 --out out"

    @Test("ends as it would else, or leaves no list of accepted contacts")
    func cut() throws {
        let workplace = try prepared()
        let clock = ContinuousClock()
        #expect(try workplace.run(vetting).status == 1)
        let start = clock.now
        #expect(try workplace.run(vetting).status == 1)
        let whole = start.duration(to: clock.now)
        let accepted = try workplace.run("cut -d, -f1 out/list.accepted.csv").output
        #expect(accepted.split(separator: "\n").count == Self.people * 2 / 3 + 1)
        #expect(try workplace.run("ls ledger/index").output.contains("newsletter.standings"))
        for round in 0..<8 {
            #expect(try workplace.run("rm -r out").status == 0)
            let running = try workplace.start("exec \(vetting)")
            usleep(UInt32((whole / .microseconds(1)) * Double.random(in: 0.1...0.9)))
            _ = try workplace.run("truncate -s \(round % 2 * 8192) ledger/index/newsletter.standings")
            let outcome = try running.wait()
            let isThere = try workplace.run("test -e out/list.accepted.csv").status == 0
            if isThere {
                #expect(outcome.status == 1, "\(outcome.errors)")
                #expect(try workplace.run("cut -d, -f1 out/list.accepted.csv").output == accepted)
            } else {
                #expect(running.process.terminationReason == .uncaughtSignal, "\(outcome.errors)")
            }
            // The next one finds the file cut, and makes it anew.
            #expect(try workplace.run(vetting).status == 1)
            #expect(try workplace.run("cut -d, -f1 out/list.accepted.csv").output == accepted)
        }
        #expect(try workplace.run("consentgate verify").status == 0)
    }
}
