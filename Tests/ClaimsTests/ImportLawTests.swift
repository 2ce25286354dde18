import Claims
import Consent
import Ledger
import TestSupport
import Testing

/// Law 3: an import never raises a state.
@Suite("No import lifts a stop")
struct ImportLawTests {
    private static let people = (0..<4).map { "p\($0)@example.org" }

    /// Something that happens to a ledger: an import of some rows, or an act of a person.
    private func happen(_ bench: ImportBench, _ random: inout some RandomNumberGenerator) throws {
        var text = "email,optin_time,optin_ip,unsubscribed_at,complained\n"
        for person in Self.people where Bool.random(using: &random) {
            let day = Int.random(in: 10...28, using: &random)
            let second = Int.random(in: 10...59, using: &random)
            let stop = ["", "", "", "yes", "2026-09-\(day)", "2026-09-\(day) 10:00"].randomElement(
                using: &random)
            let complaint = Int.random(in: 0...9, using: &random) == 0 ? "yes" : ""
            text +=
                "\(person),2026-0\(Int.random(in: 1...9, using: &random))-\(day) 08:10:\(second),192.0.2.9,"
            text += "\(stop ?? ""),\(complaint)\n"
        }
        if text.split(separator: "\n").count > 1 {
            let path = try bench.list(text)
            let tools = ["our shop", "Mailchimp", "Brevo"]
            try bench.take(path, tool: tools.randomElement(using: &random))
        }
    }

    private func states(_ bench: ImportBench) throws -> [ConsentState] {
        try Self.people.map { try bench.standing($0).state }
    }

    @Test("whatever is imported in whatever order", arguments: 0..<12 as Range<UInt64>)
    func imports(seed: UInt64) throws {
        var random = Seeded(seed)
        let bench = try ImportBench(seed: seed + 1)
        let probe = try bench.list("email\n" + Self.people.joined(separator: "\n") + "\n", name: "probe.csv")
        for step in 0..<10 {
            bench.scratch.clock.advance(by: 3600)
            let person = Self.people.randomElement(using: &random) ?? ""
            switch Int.random(in: 0...5, using: &random) {
            case 0:
                let kind = [EventKind.withdrawn, .refused, .objected].randomElement(using: &random)
                try bench.scratch.stop(kind ?? .withdrawn, person)
            case 1: try bench.scratch.optIn(person)
            default:
                let (before, rules) = (try states(bench), try bench.rules(probe))
                try happen(bench, &random)
                let (after, later) = (try states(bench), try bench.rules(probe))
                for index in Self.people.indices {
                    if before[index] != .given, before[index] != .none {
                        #expect(after[index] != .given && after[index] != .none, "step \(step)")
                    }
                    if ["D01", "D02", "D03", "D07"].contains(rules[index]) {
                        #expect(later[index] != "accept", "step \(step)")
                    }
                }
            }
        }
        #expect(try bench.ledger.examine().findings == [])
    }

    @Test("and none helps who comes from LinkedIn")
    func linkedIn() throws {
        let bench = try ImportBench()
        let path = try bench.list(
            """
            First Name,Last Name,URL,Email Address,Company,Position,Connected On,optin_time,optin_ip
            Ada,L,https://www.linkedin.com/in/ada-l,ada@example.org,A,B,01 Jan 2019,2025-07-01T12:00:00Z,192.0.2.10

            """)
        #expect(try bench.take(path).counts == [1, 0, 0, 0])
        #expect(try bench.rules(path) == ["S01"])
    }

    /// A generator that a seed repeats.
    private struct Seeded: RandomNumberGenerator {
        private let source: SeededRandom
        init(_ seed: UInt64) { source = SeededRandom(seed: seed) }
        mutating func next() -> UInt64 {
            ((try? source.bytes(8)) ?? []).reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}
