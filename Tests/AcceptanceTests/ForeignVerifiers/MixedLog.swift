import Audit
import Files
import Foundation
import Ledger
import MerkleLog
import Testing

/// A ledger with a thousand events of every kind, made by the program itself, and what outsiders hold of it.
///
/// They hold the exported log, the key, every checkpoint that was ever signed, proofs between them, and a receipt of
/// every record: the folder of a ``Case``.
final class MixedLog: Sendable {
    let workplace: Workplace
    let honest: Case

    /// Every command that tells the ledger something; after each, whatever it signed is kept by an outsider.
    ///
    /// Another kind of event is another line.
    static let events: [String] =
        [
            "consentgate init --controller 'Example GmbH' --country DE",
            "consentgate wording publish newsletter.md",
            "consentgate policy adopt ours.yaml",
            "consentgate declare --purpose newsletter sending.oneClick=true",
            "consentgate source add Connections.csv --label 'My connections'",
            "consentgate keys rotate log",
        ]
        + (0..<30).map {
            "consentgate record reader\($0)@example.org --purpose newsletter --wording newsletter@1"
                + " --method web-form --at 2026-10-02T09:15:\($0 + 10)Z --evidence form.html"
        }
        + (0..<10).map {
            "consentgate withdraw reader\($0)@example.org --purpose newsletter --reason 'wrote to us, \"äöü\" <€>'"
        }
        + [
            "consentgate import claims.csv --purpose newsletter --tool shop --wording newsletter@1",
            "consentgate import stops.csv --purpose newsletter --tool shop",
            "consentgate refuse reader20@example.org --purpose newsletter",
            "consentgate object reader21@example.org --reason 'no more'",
            "consentgate restrict reader22@example.org --reason 'says that she never signed up'",
            "consentgate restrict reader22@example.org --lift --reason 'found her form; told her'",
            "consentgate note reader23@example.org --purpose newsletter --kind bounce",
            "consentgate vet list.csv --purpose newsletter --out vetted",
            "consentgate declare --purpose newsletter sending.processorContract=true",
            "consentgate vet claims.csv --purpose newsletter --policy linkedin-only --out vetted",
            "consentgate note eve@example.org --purpose newsletter --kind asked --at 2026-10-01T09:15:00Z",
            "consentgate erase p5@example.org",
            "consentgate erase p70@example.org",
            "consentgate erase reader3@example.org",
            "consentgate retention run --yes",
        ]

    /// Entries that a tombstone names and nobody holds a receipt of: what was claimed of `p5`, who had left too, and of
    /// `p70`; how `reader3` left, of whose yes an early receipt is kept; and that `eve` asked to join.
    static let unopenable = 2 + 1 + 1 + 1

    /// Commands that end with 1 because somebody was kept out, or a row was no claim, told the ledger something all the same.
    private static let done: Set<Int32> = [0, 1]

    init() throws {
        workplace = try Workplace()
        honest = Case(folder: workplace.folder.appending(path: "honest").path)
        try writeFiles()
        for (number, event) in Self.events.enumerated() {
            let outcome = try workplace.run(event)
            try #require(Self.done.contains(outcome.status), "\(event)\n\(outcome.output)\(outcome.errors)")
            let head = try contents("ledger/head")
            try honest.keep(head, as: "checkpoints/\(1000 + number)")
            try honest.keep(head, as: Case.newest)
            if number == 20 { try honest.keepReceipts(of: ledger(), as: "early") }
        }
        let export = try workplace.run(
            "consentgate log export --out honest/log && cp honest/log/vkey honest/vkey")
        try #require(export.status == 0, "\(export.errors)")
        try honest.keepReceipts(of: ledger(), as: "entry")
        try honest.keepConsistency(of: ledger())
        if ForeignVerifier.go.isInstalled {
            try ForeignVerifier.build("'\(ForeignVerifier.sources)'/go/*.go", as: "verify-log", in: workplace)
        }
    }

    /// The ledger that the program made.
    func ledger() throws -> Ledger {
        try Ledger(at: LedgerHome(path: workplace.folder.appending(path: "ledger").path), context: .system())
    }

    private func contents(_ name: String) throws -> [UInt8] {
        try InputFile.contents(of: workplace.folder.appending(path: name).path)
    }

    private func writeFiles() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        for (source, name) in [
            ("Fixtures/newsletter.md", "newsletter.md"),
            ("../TestSupport/Samples/linkedin_connections_new_no_preamble.csv", "Connections.csv"),
        ] {
            try FileManager.default.copyItem(
                at: tests.appending(path: source), to: workplace.folder.appending(path: name))
        }
        try workplace.write("<form>Yes, send me the newsletter.</form>\n", to: "form.html")
        try workplace.write(
            "policy: ours\ntitle: Ours\ndescription: As gdpr.\nextends: gdpr\nadjust: {H01: reject}\n",
            to: "ours.yaml")
        try workplace.write("email\nreader1@example.org\nreader25@example.org\n", to: "list.csv")
        var claims = "email,optin_time,optin_ip\n"
        for number in 0..<900 {
            let (day, hour, minute) = (10 + number / 60 % 18, 10 + number % 10, 10 + number / 10 % 50)
            claims +=
                "p\(number)@example.org,2025-03-\(day)T\(hour):\(minute):\(10 + number % 47)Z,192.0.2.\(number % 200)\n"
        }
        try workplace.write(claims, to: "claims.csv")
        var stops = "email,unsubscribed_at\n"
        for number in 0..<60 { stops += "p\(number)@example.org,2025-05-10T10:10:\(10 + number % 47)Z\n" }
        try workplace.write(stops, to: "stops.csv")
    }
}
