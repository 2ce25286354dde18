import Foundation
import TestSupport
import Testing

/// The program asks real authorities on this machine, over HTTP.
@Suite("Asked by the program itself", .serialized)
struct TrustedTimeTests {
    private let workplace: Workplace
    private let keys: ScratchFolder

    init() throws {
        (workplace, keys) = (try Workplace(), try ScratchFolder())
        #expect(try workplace.run("consentgate init --controller 'Example GmbH'").status == 0)
    }

    /// Runs a command that must be done.
    @discardableResult
    private func run(_ command: String) throws -> String {
        let outcome = try workplace.run(command)
        #expect(outcome.status == 0, "\(command)\n\(outcome.output)\(outcome.errors)")
        return outcome.output
    }

    @Test(
        "openssl ts says by when the log was as it is, and openssl checks it",
        .enabled(if: LoopbackServer.isPossible, "python3 and openssl are not installed"))
    func timestamps() throws {
        let server = try LoopbackServer(script: "timestamp_authority.py", arguments: [keys.path])
        try run("cp '\(keys.path("issuer.pem"))' .")
        let told = try run("consentgate timestamp --tsa \(server.address) --ca issuer.pem")
        let moment = try #require(told.firstMatch(of: /1 entry existed no later than (\S+)\n/)?.1)
        try run("consentgate object ada@example.org")
        #expect(
            try run("consentgate timestamp --tsa \(server.address) --ca issuer.pem --json")
                .contains("\"verified\": true"))
        #expect(
            try run("consentgate timestamp").contains("1 entry existed no later than \(moment)\n2 entries"))
        try run("consentgate log export --out public")
        #expect(
            try run(
                "openssl ts -verify -in public/timestamps/2-1.tsr -data public/timestamps/2.txt -CAfile issuer.pem 2>&1"
            ).contains("Verification: OK"))
        for place in ["", "public"] {
            let said = try run("consentgate verify \(place) --tsa-ca issuer.pem")
            #expect(said.contains("stamped  the first entry existed no later than \(moment)"), "\(said)")
        }
        // Who does not answer as an authority is no authority, and nothing is kept of it.
        let other = try workplace.run(
            "consentgate timestamp --tsa \(server.address)/add --ca public/checkpoint")
        #expect(other.status == 2)
        #expect(try run("consentgate timestamp").split(separator: "\n").count == 2)
    }

    @Test(
        "a witness that others wrote cosigns, and refuses a log that was put back",
        .enabled(if: WitnessProgram.path != nil, "aics-witness is not installed; .ci/run says how"))
    func witnesses() throws {
        try run("consentgate log key > vkey")
        let vkey = try run("cat vkey").trimmingCharacters(in: .newlines)
        let origin = String(vkey.prefix { $0 != "+" })
        let key = try WitnessProgram.make(in: keys.path, knowing: (origin: origin, key: vkey))
        let server = try WitnessProgram.serve(from: keys.path)
        try workplace.write("\(key)\n", to: "w1")
        try workplace.write("log \(vkey)\nwitness one \(key)\nquorum one\n", to: "policy")
        try run("cp -a ledger before")
        try run("consentgate object ada@example.org")
        let asking = "consentgate witness --url \(server.address) --key w1"
        #expect(try run(asking).hasPrefix("witness.example/w1 cosigned 2 entries at 20"))
        try run("consentgate log export --out public")
        for place in ["", "public"] {
            let said = try run("consentgate verify \(place) --policy policy")
            #expect(said.contains("cosigned by witness one at 20"), "\(said)")
        }
        // The ledger of yesterday, put back with its keys, is told apart from that of today.
        let old = try workplace.run("\(asking) --home before")
        #expect(old.status == 2 && old.errors.contains("has seen 2 entries of this log, and here it has 1"))
        try run("consentgate object bea@example.org")
        #expect(try workplace.run("consentgate verify --policy policy").status == 1)
        try run(asking)
        try run("consentgate verify --policy policy")
    }
}
