import CanonicalJSON
import Consent
import Cryptography
import Files
public import Ledger

/// Destroys what a plan says is past its time.
///
/// Files first, then records with the order of an erasure but without entries on the do-not-mail list, then entries of
/// that list; at last the log is told. Cut short, the next run does the rest: what is gone is planned no more.
public struct RetentionRun {
    private let plan: RetentionPlan
    private let ledger: Ledger

    /// A run that has not begun.
    public init(_ plan: RetentionPlan, ledger: Ledger) {
        self.plan = plan
        self.ledger = ledger
    }

    /// Destroys.
    public func run() throws -> RetentionResult {
        guard !plan.isEmpty else { return RetentionResult() }
        var result = RetentionResult()
        let kept = try destroyFiles(&result)
        let erasure = try ledger.destroy(plan.threads.map(\.thread))
        result.records = erasure?.records ?? 0
        result.tombstone = erasure?.tombstone
        result.isDestroyed = erasure?.isDestroyed ?? true
        // Where something happened since the plan was made, nothing was destroyed.
        for (kind, thread) in plan.threads where try ledger.isGone(thread) {
            result.destroyed[kind, default: 0] += 1
        }
        result.destroyed[.sources] = plan[.sources]?.due ?? 0
        try ledger.sweepExpiredSources()
        if let line = plan[.suppressions], line.isDestroyed, line.due > 0 {
            result.destroyed[.suppressions] = try ledger.destroySuppressions(leftBy: plan.suppressionsLeftBy)
        }
        result.filesLeftAlone = kept
        result.record = try ledger.tell(retentionRun: body(result)).rid
        return result
    }

    /// Destroys the files that are still what the vetting wrote, and forgets all of them.
    ///
    /// - Returns: How many are something else by now and were left alone.
    private func destroyFiles(_ result: inout RetentionResult) throws -> UInt64 {
        var (gone, leftAlone): (UInt64, UInt64) = (0, 0)
        for report in plan.files where PrivateFile.exists(report.path) {
            guard try digests(of: report.run).contains(Self.digest(of: report.path)) else {
                leftAlone += 1
                continue
            }
            try PrivateFile.remove(report.path)
            gone += 1
        }
        try ledger.forget(reports: plan.files)
        result.destroyed[.reports] = gone
        return leftAlone
    }

    /// The digests of what a vetting wrote, as its certificate in the log has them.
    private func digests(of run: RecordID) throws -> Set<String> {
        let outputs = try ledger.openRecord(run)?["outputs"]
        return Set(["held", "rejected", "report"].compactMap { outputs?[$0]?["sha256"]?.text })
    }

    private static func digest(of path: String) throws -> String {
        let file = try InputFile(path: path)
        var hash = SHA256()
        var piece: [UInt8] = []
        while try file.read(appendingTo: &piece, atMost: 1 << 16) {
            hash.update(piece)
            piece.removeAll(keepingCapacity: true)
        }
        return hash.finalize().hex
    }

    private func body(_ result: RetentionResult) -> [JSONValue.Member] {
        let counts = RetentionPlan.Kind.allCases.map { kind in
            JSONValue.Member(kind.rawValue, .integer(Int64(clamping: result.destroyed[kind] ?? 0)))
        }
        let told = JSONValue.object(of: [
            "policy": .object(of: ["id": .string(plan.policy), "sha256": .string(plan.policySHA256)]),
            "records": .integer(Int64(clamping: result.records)), "destroyed": .object(counts),
        ])
        return [.init("retention", told)]
    }
}
