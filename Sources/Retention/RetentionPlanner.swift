import Consent
public import Ledger
public import Policies

/// Finds out what is past its time.
///
/// Nothing is changed. Every thread is looked at, and one is held in memory at a time, beside those that are past their
/// time and the objections to all mail.
public struct RetentionPlanner {
    private let ledger: Ledger
    private let schedule: RetentionSchedule
    private var plan: RetentionPlan
    private let judge: ThreadJudge
    /// What is recorded of somebody for all mail, by person.
    private var everything: [[UInt8]: SubjectThread] = [:]
    /// People with an objection to all mail, and a yes that stays recorded.
    private var stillAgreed: Set<[UInt8]> = []

    /// A look at a ledger by the schedule of a policy.
    ///
    /// - Parameters:
    ///   - policy: Whose schedule it is.
    ///   - sha256: The digest of the policy's files.
    ///   - ledger: The ledger.
    public init(_ policy: Policy, sha256: String, ledger: Ledger) {
        self.ledger = ledger
        schedule = policy.retention
        let now = ledger.now
        judge = ThreadJudge(schedule: policy.retention, now: now)
        plan = RetentionPlan(
            policy: policy.id, sha256: sha256, moment: now, lines: Self.lines(policy.retention),
            suppressionsLeftBy: policy.retention.latest(of: .suppression, endingBy: now))
    }

    /// The plan for now.
    public static func plan(_ policy: Policy, sha256: String, ledger: Ledger) throws -> RetentionPlan {
        var planner = RetentionPlanner(policy, sha256: sha256, ledger: ledger)
        try planner.lookAtThreads()
        try planner.lookAtReports()
        try planner.lookAtSources()
        try planner.lookAtSuppressions()
        return planner.plan
    }

    private static func lines(_ schedule: RetentionSchedule) -> [RetentionPlan.Line] {
        RetentionPlan.Kind.allCases.map { kind in
            switch kind {
            case .unconfirmed: line(kind, .unconfirmed, "after the wish to join", schedule)
            case .proof:
                line(
                    kind, .proof,
                    schedule.isChosen(.proofFromYearEnd)
                        ? "after the end of the year of the last event" : "after the last event", schedule)
            case .holdOver:
                RetentionPlan.Line(kind, term: "until the day that was told", law: "GDPR 17(3)")
            case .reports: line(kind, .reports, "after the vetting", schedule)
            case .sources:
                RetentionPlan.Line(kind, term: "until the day of each", law: "GDPR 5(1)(e)")
            case .suppressions:
                line(
                    kind, .suppression,
                    schedule.isChosen(.destroySuppressions)
                        ? "after the person left, when the review is due"
                        : "at least; the policy destroys none",
                    schedule)
            }
        }
    }

    private static func line(
        _ kind: RetentionPlan.Kind, _ item: RetentionSchedule.Item, _ words: String,
        _ schedule: RetentionSchedule
    ) -> RetentionPlan.Line {
        let term = schedule.term(of: item)
        return RetentionPlan.Line(kind, term: "\(term?.text ?? "") \(words)", law: term?.law ?? "")
    }

    // MARK: Threads

    private mutating func lookAtThreads() throws {
        try ledger.forEachThread { thread in
            if thread.purpose == .everything { everything[thread.subject] = thread }
        }
        try ledger.forEachThread { thread in
            guard thread.purpose != .everything else { return }
            let all = everything[thread.subject]
            let isGoing = try take(thread, fate(of: thread, everything: all?.events ?? []))
            if !isGoing, all != nil, thread.events.contains(where: { $0.kind == .given }) {
                stillAgreed.insert(thread.subject)
            }
        }
        for thread in everything.values.sorted(by: { $0.place < $1.place }) {
            if stillAgreed.contains(thread.subject), thread.events.contains(where: { $0.kind.isStop }) {
                plan.stays[.stopsYes, default: 0] += 1
            } else {
                _ = try take(thread, fate(of: thread, everything: []))
            }
        }
        everything = [:]
    }

    private func fate(of thread: SubjectThread, everything: [SubjectEvent]) throws -> ThreadFate {
        try judge.fate(of: thread.events, for: thread.purpose, everything: everything) {
            try ledger.hold(of: thread)
        }
    }

    /// Notes what becomes of a thread, and answers whether it goes now.
    private mutating func take(_ thread: SubjectThread, _ fate: ThreadFate) throws -> Bool {
        switch fate {
        case .stays(let reason):
            plan.stays[reason, default: 0] += 1
            return false
        case .goes(let kind, _, let end):
            guard end <= plan.moment else {
                note(kind, later: end)
                return false
            }
            plan.change(kind) { line in
                line.due += 1
                line.entries += thread.events.map(\.sequence)
            }
            plan.threads.append((kind, thread))
            return true
        }
    }

    private mutating func note(_ kind: RetentionPlan.Kind, later end: Instant) {
        plan.change(kind) { $0.later[String(end.day.prefix(7)), default: 0] += 1 }
    }

    // MARK: The rest

    private mutating func lookAtReports() throws {
        for report in try ledger.reports() {
            let end = schedule.end(of: .reports, from: report.madeAt)
            guard end <= plan.moment else {
                note(.reports, later: end)
                continue
            }
            plan.change(.reports) { $0.due += 1 }
            plan.files.append(report)
        }
    }

    private mutating func lookAtSources() throws {
        let over = try ledger.sourcesToSweep()
        plan.change(.sources) { $0.due = over }
        for kept in try ledger.sources() where kept.condition == .standing {
            note(.sources, later: kept.source.expiresAt)
        }
    }

    private mutating func lookAtSuppressions() throws {
        let isDestroyed = schedule.isChosen(.destroySuppressions)
        let summary = try ledger.suppressions()
        let due = isDestroyed ? try ledger.dueSuppressions(leftBy: plan.suppressionsLeftBy) : summary.due
        plan.change(.suppressions) { line in
            (line.due, line.isDestroyed) = (due, isDestroyed)
            for review in summary.reviews { line.later[review.month, default: 0] += review.count }
        }
    }
}
