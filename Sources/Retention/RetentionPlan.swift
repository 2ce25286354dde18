public import Consent
public import Ledger

/// What is past its time, what will be, and what stays: by the schedule of a policy, and without anybody's address.
public struct RetentionPlan: Sendable {
    /// What has its time.
    public enum Kind: String, Sendable, CaseIterable {
        /// A wish to join that nobody confirmed.
        case unconfirmed
        /// What is recorded of somebody who has no yes.
        case proof
        /// What was kept against an erasure until a day.
        case holdOver = "hold-over"
        /// A list of held or rejected rows, or the page about them.
        case reports
        /// The fingerprints of a registered source.
        case sources
        /// An entry of the do-not-mail list.
        case suppressions
    }

    /// Why something stays, and nobody can say until when.
    public enum Stay: String, Sendable, CaseIterable {
        /// A yes stands.
        case inUse = "in-use"
        /// Its use is paused, and nobody said until when.
        case restricted
        /// The person waits for an answer.
        case openRequest = "open-request"
        /// It stops a yes that is still recorded for a purpose.
        case stopsYes = "stops-a-yes"
    }

    /// One kind of things, and when they go.
    public struct Line: Sendable {
        /// What they are.
        public let kind: Kind
        /// How long they are kept, in words.
        public let term: String
        /// Where that comes from.
        public let law: String
        /// How many are past their time.
        public internal(set) var due: UInt64 = 0
        /// How many go later, by month, as in `2029-12`.
        public internal(set) var later: [String: UInt64] = [:]
        /// The entries of the log whose records go now, in their order.
        public internal(set) var entries: [Int64] = []
        /// Whether what is due goes; if not, somebody must look at it.
        public internal(set) var isDestroyed = true

        init(_ kind: Kind, term: String, law: String) {
            (self.kind, self.term, self.law) = (kind, term, law)
        }
    }

    /// The policy by whose schedule it is: its short name.
    public let policy: String
    /// SHA-256 of the policy's files.
    public let policySHA256: String
    /// The moment for which it is.
    public let moment: Instant
    /// Every kind, in the order of ``Kind``.
    public internal(set) var lines: [Line]
    /// How many stay, by the reason.
    public internal(set) var stays: [Stay: UInt64] = [:]
    /// Threads that are past their time, with what they are.
    var threads: [(kind: Kind, thread: SubjectThread)] = []
    /// Files that are past their time.
    public internal(set) var files: [KeptReport] = []
    /// Nobody leaves the do-not-mail list who left after this day.
    let suppressionsLeftBy: Instant

    init(policy: String, sha256: String, moment: Instant, lines: [Line], suppressionsLeftBy day: Instant) {
        (self.policy, policySHA256, self.moment, self.lines) = (policy, sha256, moment, lines)
        suppressionsLeftBy = day
    }

    /// A line of a kind.
    public subscript(kind: Kind) -> Line? { lines.first { $0.kind == kind } }

    /// Whether nothing is to be destroyed.
    public var isEmpty: Bool { !lines.contains { $0.isDestroyed && $0.due > 0 } }

    mutating func change(_ kind: Kind, _ body: (inout Line) -> Void) {
        guard let place = lines.firstIndex(where: { $0.kind == kind }) else { return }
        body(&lines[place])
    }
}
