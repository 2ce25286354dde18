import Consent
import Foundation
import Policies
import TestSupport

/// One policy, and contacts to be judged by it.
struct Benchmark {
    let policy: Policy
    private let asked: [Fact]
    private static let now = Instant(seconds: 1_790_000_000)
    private static let rowCount = 1 << 20

    init(_ policy: Policy) {
        self.policy = policy
        let facts = Set(policy.rules.flatMap(\.facts))
        asked = Fact.allCases.filter(facts.contains)
    }

    /// How many facts the policy asks for.
    var factCount: Int { asked.count }

    /// The catalogue with all its rules on.
    static func everyRule() throws -> Policy {
        let text = "policy: every\ntitle: Every rule\ndescription: For benchmarks.\nextends: catalogue\n"
        let off = try Policy(parsing: text, file: "every.yaml").rulesOff
        guard !off.isEmpty else { return try Policy(parsing: text, file: "every.yaml") }
        return try Policy(
            parsing: text + "adjust:\n" + off.map { "  \($0.id): on\n" }.joined(), file: "every.yaml")
    }

    /// What was measured for so many combinations.
    struct Result {
        let combinations: Int
        /// Rows a second, and the same with the facts of each row set anew, and by the plain walk.
        let rate: Double
        let rateWithFacts: Double
        let plainRate: Double
        let remembered: Int
        /// What the process grew by, in kilobytes.
        let growth: Int
        let differences: Int

        /// As a row of the table.
        var row: String {
            "| \(combinations) | \(Self.shown(rate)) | \(Self.shown(rateWithFacts)) | \(Self.shown(plainRate)) "
                + "| \(String(format: "%.0f", rate / plainRate)) | \(remembered) | \(growth / 1024) MB "
                + "| \(String(format: "%.1f", 1e9 / rate)) |"
        }

        private static func shown(_ rate: Double) -> String {
            rate > 1_000_000
                ? String(format: "%.1f million", rate / 1_000_000) : String(format: "%.0f", rate)
        }
    }

    /// Measures the memory and the plain walk by turns, and takes the best of each; nil where there are not so many
    /// combinations.
    func measure(combinations: Int) -> Result? {
        guard let facts = contacts(combinations) else { return nil }
        var random = SeededRandom(seed: 2)
        let rows = (0..<Self.rowCount).map { _ in Int.random(in: 0..<combinations, using: &random) }
        let before = Usage.kilobytes
        let (memory, other) = (PolicyMemory(of: policy), PolicyMemory(of: policy))
        for contact in facts { _ = memory.judge(contact) }
        let growth = max(0, Usage.kilobytes - before)
        var (rate, rateWithFacts, plainRate) = (0.0, 0.0, 0.0)
        var common = Facts()
        common.set(.runNow, to: Self.now)
        for _ in 0..<5 {
            rate = max(rate, Self.rate(rows) { memory.judge(facts[$0]).verdict == .accept })
            plainRate = max(
                plainRate, Self.rate(rows.prefix(1 << 15)) { policy.judge(facts[$0]).verdict == .accept })
            rateWithFacts = max(
                rateWithFacts,
                Self.rate(rows) { row in
                    var set = common
                    Self.setTwelve(&set, row)
                    return other.judge(set).verdict == .accept
                })
        }
        let differences = facts.count { memory.judge($0) != policy.judge($0) }
        return Result(
            combinations: combinations, rate: rate, rateWithFacts: rateWithFacts, plainRate: plainRate,
            remembered: memory.count, growth: growth, differences: differences)
    }

    /// Rows a second of processor time: what others do on the machine counts little.
    private static func rate(_ rows: some Collection<Int>, _ judge: (Int) -> Bool) -> Double {
        var accepted = 0
        let start = Usage.seconds
        for row in rows where judge(row) { accepted += 1 }
        let seconds = Usage.seconds - start
        // Never so, and the compiler cannot know: what was counted is used.
        return accepted > rows.count ? 0 : Double(rows.count) / max(seconds, 1e-9)
    }

    /// What a pass sets for a row, after a copy of what holds for all.
    @inline(never)
    private static func setTwelve(_ facts: inout Facts, _ row: Int) {
        facts.set(.rowAddress, name: "valid")
        facts.set(.rowOrigin, name: "unknown")
        facts.set(.rowMailbox, name: "personal")
        facts.set(.recordState, name: row & 1 == 0 ? "given" : "none")
        facts.set(.rowLinkedIn, to: row & 2 == 0)
        facts.set(.rowRagged, to: row & 4 == 0)
        facts.set(.rowSourceKnown, to: row & 8 == 0)
        facts.set(.rowNameInSource, to: row & 16 == 0)
        facts.set(.rowRepeated, to: false)
        facts.set(.subjectSuppressed, to: row & 32 == 0)
        facts.set(.recordExplicit, to: row & 64 == 0)
        facts.set(.recordGivenAt, to: Instant(seconds: now.seconds - Int64(row)))
    }

    /// Contacts of whom no two are the same to the policy.
    private func contacts(_ count: Int) -> [Facts]? {
        var random = SeededRandom(seed: 1)
        let known = PolicyMemory(of: policy, limit: count)
        var contacts: [Facts] = []
        var facts = Facts()
        for _ in 0..<(count * 50) where contacts.count < count {
            for _ in 0..<8 { set(asked[Int.random(in: asked.indices, using: &random)], of: &facts, &random) }
            facts.set(.runNow, to: Self.now)
            let before = known.count
            _ = known.judge(facts)
            if known.count > before { contacts.append(facts) }
        }
        return contacts.count == count ? contacts : nil
    }

    private func set(_ fact: Fact, of facts: inout Facts, _ random: inout SeededRandom) {
        guard Int.random(in: 0..<6, using: &random) > 0 else { return facts.forget(fact) }
        switch fact.type {
        case .boolean: facts.set(fact, to: Bool.random(using: &random))
        case .name(let list): facts.set(fact, name: list.names.randomElement(using: &random))
        case .number: facts.set(fact, to: Int.random(in: 0...100, using: &random))
        case .time:
            let years = Int64.random(in: -1...10, using: &random)
            facts.set(fact, to: Instant(seconds: Self.now.seconds - years * 31_557_600))
        }
    }
}
