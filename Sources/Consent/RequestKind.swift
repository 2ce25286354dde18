/// What a person can ask of a controller.
public enum RequestKind: String, Sendable, CaseIterable {
    /// To be told what is held, and to get a copy.
    case access
    /// To be erased.
    case erasure
    /// To have something put right.
    case rectification
    /// To be mailed no more.
    case objection
    /// To have the use of the data paused.
    case restriction
    /// To get the data in a form for programs.
    case portability
    /// To take a yes back.
    case withdrawal

    /// Where the right stands.
    public var article: String {
        switch self {
        case .access: "Art. 15 GDPR"
        case .erasure: "Art. 17 GDPR"
        case .rectification: "Art. 16 GDPR"
        case .objection: "Art. 21 GDPR"
        case .restriction: "Art. 18 GDPR"
        case .portability: "Art. 20 GDPR"
        case .withdrawal: "Art. 7(3) GDPR"
        }
    }
}

/// What became of a request.
public enum RequestAnswer: String, Sendable, CaseIterable {
    /// All of it was done.
    case granted
    /// Some of it was done.
    case partly
    /// It was refused, with reasons (Art. 12(4), (5) GDPR).
    case refused
    /// The person gave it up, or never answered who they are.
    case dropped

    /// Whether the person must be told why.
    public var needsReason: Bool { self != .granted }
}
