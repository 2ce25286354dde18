/// What happened between a subject and a purpose.
public enum EventKind: String, Sendable, CaseIterable {
    /// The person said yes.
    case given
    /// The person asked to stop (Art. 7(3) GDPR).
    case withdrawn
    /// The person was asked and said no.
    case refused
    /// The person objected to direct marketing (Art. 21(2) GDPR).
    case objected

    /// Whether this ends a permission.
    public var isStop: Bool { self != .given }
}

/// What holds between a subject and a purpose at some moment.
public enum ConsentState: String, Sendable, CaseIterable {
    /// Nothing is recorded.
    case none
    /// A yes stands.
    case given
    /// A withdrawal stands.
    case withdrawn
    /// A refusal stands.
    case refused
    /// An objection stands.
    case objected
}
