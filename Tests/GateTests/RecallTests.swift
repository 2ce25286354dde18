import Consent
import Foundation
import Gate
import Ledger
import Origins
import Policies
import TestSupport
import Testing

@Suite("Rows that get what became of others that look the same")
struct RecallTests {
    private let bench: Workbench
    private static let people =
        (0..<60).map { "person\($0)@example.org" } + ["a.b@gmail.com", "x+tag@example.com"]

    init() throws { bench = try Workbench() }

    /// Gives most of the people some history.
    private func fill() throws {
        for (number, person) in Self.people.enumerated() {
            switch number % 9 {
            case 0...3: try bench.scratch.optIn(person)
            case 4: try bench.scratch.stop(.withdrawn, person)
            case 5: try bench.scratch.stop(.objected, person)
            case 6:
                try bench.scratch.optIn(person)
                bench.scratch.clock.advance(by: 60)
                try bench.scratch.stop(.withdrawn, person)
            default: break
            }
        }
    }

    /// All that a vetting leaves behind, but for what is drawn by lot in each.
    private func files(
        _ request: VettingRequest, rowsBeforeRecall: UInt64?, rowsAtOnce: Int? = nil, threads: Int = 1
    ) throws -> [String] {
        let outcome = try bench.vet(
            request, rowsBeforeRecall: rowsBeforeRecall, rowsAtOnce: rowsAtOnce, threads: threads)
        let outputs = try #require(outcome.result.outputs)
        let lists = try [outputs.accepted, outputs.held, outputs.rejected].map { try bench.read($0) }
        let run = outcome.result.run.map { "\($0)" } ?? ""
        let report = outcome.report.replacingOccurrences(of: run, with: "RUN")
        let certificate = String(decoding: try bench.read(outputs.certificate), as: UTF8.self)
        // The digests of the outputs and the counts, without what the log and chance add.
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(certificate.utf8)) as? [String: Any])
        let statement = (json["record"] ?? json["statement"] ?? json) as? [String: Any] ?? json
        let kept = [
            "outputs", "rows", "accepted", "held", "rejected", "rules", "origins", "list", "countryTaken",
        ]
        let body = try kept.map { name in
            let value = try statement[name].map {
                try JSONSerialization.data(withJSONObject: [$0], options: [.sortedKeys])
            }
            return "\(name)=\(String(decoding: value ?? Data(), as: UTF8.self))"
        }.joined(separator: "\n")
        let vetted = try Self.people.map { person in
            try bench.ledger.vettings(of: EmailAddress(parsing: person)).filter {
                $0.row.run == outcome.result.run
            }
            .map { "\($0.row.row) \($0.row.verdict) \($0.row.rules)" }.joined(separator: ";")
        }
        return lists.map { String(decoding: $0, as: UTF8.self) } + [Self.withoutDigits(report), body] + vetted
    }

    /// Digests and lot stand in reports beside what is compared.
    private static func withoutDigits(_ report: String) -> String {
        report.replacing(/[0-9a-f]{32,}/, with: "")
    }

    private func compare(
        _ list: String, policy: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    )
        throws
    {
        let request = try bench.request(list, policy: policy)
        let plain = try files(request, rowsBeforeRecall: nil)
        // Of one block and of many, in which what belongs together lies apart; alone and with a second thread; from the first
        // row on, and behind rows of which only hashes tell whose they were.
        for (before, rowsAtOnce, threads) in [(0, nil, 1), (0, 5, 2), (300, 7, 2)] as [(UInt64, Int?, Int)] {
            let recalled = try files(
                request, rowsBeforeRecall: before, rowsAtOnce: rowsAtOnce, threads: threads)
            for (one, other) in zip(plain, recalled) where one != other {
                let (a, b) = (one.split(separator: "\n"), other.split(separator: "\n"))
                let line = zip(a, b).first { $0 != $1 }
                Issue.record(
                    "plain: \(line?.0 ?? ""), recalled by \(threads): \(line?.1 ?? "")",
                    sourceLocation: sourceLocation)
            }
        }
    }

    @Test("end as they would alone: random lists with all that lists are made of", arguments: 0..<8)
    func randomLists(seed: UInt64) throws {
        try fill()
        var random = SeededRandom(seed: seed)
        let list = try bench.list(RandomList(seed, people: Self.people).text(rows: 1500, &random))
        let policy = ["gdpr", "strict-de", "linkedin-only", "migration"].randomElement(using: &random)
        try compare(list, policy: policy)
    }

    @Test("end as they would alone: the samples, each several times over", arguments: SampleListTests.tables)
    func samples(sample: Sample) throws {
        try fill()
        let text = try bench.read(sample.path)
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var bytes = text
        if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        for _ in 0..<4 { for line in lines.dropFirst(3) { bytes += Array(line) + [UInt8(ascii: "\n")] } }
        let path = try bench.scratch.folder.write("list.csv", bytes)
        do {
            try compare(path)
        } catch {
            // What cannot be vetted cannot be recalled.
            #expect(throws: (any Error).self, "\(error)") {
                try bench.vet(bench.request(path), rowsBeforeRecall: nil)
            }
        }
    }

    @Test(
        "that look the same below LinkedIn's note are other rows",
        arguments: [("checkout", "checkout"), ("checkout", "linkedin"), ("linkedin", ""), ("", "")])
    func lists(one: String, other: String) throws {
        let header = "First Name,Last Name,Email Address,source"
        let note = try #require(
            try bench.read(Sample.folder + "/linkedin_connections_2024_notes_lf.csv").split(separator: 10)
                .dropFirst().first.map { String(decoding: $0, as: UTF8.self) })
        func rows(_ source: String, _ from: Int) -> [String] {
            (from..<from + 30).map { "Ada,Lovelace,stranger\($0)@example.net,\(source)" }
        }
        let lines =
            [header] + rows(one, 0) + ["", "Notes:", note, "", header] + rows(other, 100)
            + ["", header] + rows(one, 200)
        let list = try bench.list(lines.joined(separator: "\n") + "\n")
        try compare(list, policy: "linkedin-only")
        let request = try bench.request(list, policy: "linkedin-only")
        let outcome = try bench.vet(request, rowsBeforeRecall: 0)
        #expect(outcome.result.tally.accepted == (one == "linkedin" ? 0 : 30))
    }

    @Test(
        "tell each person's own times where a rule looks at them",
        arguments: ["{record.givenAt: {olderThan: 20 days}}", "{record.recordedAt: {olderThan: 30 days}}"])
    func ownTimes(when: String) throws {
        for (number, person) in Self.people.enumerated() {
            try bench.scratch.optIn(person)
            if number % 4 == 3 { try bench.scratch.stop(.withdrawn, person) }
            bench.scratch.clock.advance(by: 86_400 + 61)
        }
        let policy = try bench.scratch.folder.write("own.yaml", Array(OwnRule.text(when).utf8))
        var random = SeededRandom(seed: 5)
        let list = try bench.list(RandomList(2, people: Self.people).text(rows: 1500, &random))
        try compare(list, policy: policy)
        var request = try bench.request(list, policy: policy)
        request.destination = .folder(bench.path("out"))
        let held = try bench.vet(request, rowsBeforeRecall: 0).held.filter { $0.rule == "OWN-1" }
        #expect(Set(held.map(\.facts)).count > 10)
    }

    @Test("an opt-in that others record meanwhile has the list read again")
    func outdated() throws {
        try fill()
        let other = try Ledger(
            at: bench.scratch.home,
            context: LedgerContext(
                now: { [clock = bench.scratch.clock] in clock.now }, random: SeededRandom(seed: 9)),
            create: false)
        let rows = (0..<3000).map { "stranger\($0)@example.net" }
        let list = try bench.list((["email"] + rows + ["person0@example.org"]).joined(separator: "\n") + "\n")
        var vetting = try Vetting(bench.request(list), ledger: bench.ledger, catalogue: .shipped)
        vetting.rowsBeforeRecall = 0
        var isWithdrawn = false
        let result = try vetting.run { progress in
            guard progress.rows > 0, !isWithdrawn else { return }
            isWithdrawn = true
            #expect(throws: Never.self) {
                try other.record(
                    SubjectAct(
                        .withdrawn, address: EmailAddress(parsing: "person0@example.org"),
                        purpose: .newsletter))
            }
        }
        #expect(isWithdrawn)
        #expect(result.tally.accepted == 0)
        #expect(result.tally.rows == 3001)
    }
}
