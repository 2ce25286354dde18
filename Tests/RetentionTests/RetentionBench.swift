import Consent
import Ledger
import Policies
import Retention
import TestSupport

/// A ledger, a clock, and the schedule of a policy.
final class RetentionBench {
    let scratch: ScratchLedger
    let policy: Policy
    var ledger: Ledger { scratch.ledger }

    /// - Parameter retention: What the policy changes of the schedule, as lines of its file.
    init(retention: String = "") throws {
        scratch = try ScratchLedger()
        let block = retention.isEmpty ? "" : "retention:\n  \(retention)\n"
        policy = try Policy(
            parsing: "policy: ours\ntitle: Ours\ndescription: Ours.\nextends: gdpr\n\(block)",
            file: "ours.yaml")
    }

    /// Moves the clock to a moment.
    func go(to text: String) throws {
        let moment = try Instant(parsing: text)
        scratch.clock.advance(by: moment.seconds - scratch.clock.now.seconds)
    }

    /// Records an act without a time of its own.
    @discardableResult
    func record(
        _ kind: EventKind, _ address: String = "ada@example.org", for purpose: Purpose = .newsletter
    ) throws -> RecordedEvent {
        let act = SubjectAct(kind, address: try EmailAddress(parsing: address), purpose: purpose)
        return try ledger.record(act)
    }

    func plan() throws -> RetentionPlan {
        try RetentionPlanner.plan(policy, sha256: String(repeating: "0", count: 64), ledger: ledger)
    }

    @discardableResult
    func run() throws -> RetentionResult { try RetentionRun(plan(), ledger: ledger).run() }

    /// How many records are of an address.
    func records(_ address: String = "ada@example.org") throws -> Int {
        try ledger.history(of: EmailAddress(parsing: address)).count
    }

    func isSuppressed(_ address: String = "ada@example.org") throws -> Bool {
        try ledger.standings(of: [EmailAddress(parsing: address)], for: .newsletter)[0].isSuppressed
    }

    /// What is due, by kind, without zeros.
    func due() throws -> [RetentionPlan.Kind: UInt64] {
        Dictionary(uniqueKeysWithValues: try plan().lines.filter { $0.due > 0 }.map { ($0.kind, $0.due) })
    }
}
