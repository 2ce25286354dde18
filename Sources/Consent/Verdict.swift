/// Where a contact goes.
///
/// Every contact ends in exactly one.
public enum Verdict: String, Sendable, CaseIterable, Comparable {
    /// May be mailed.
    case accept
    /// Stays out until somebody mends or decides something.
    case hold
    /// Stays out.
    case reject

    /// More permissive comes first, so that the greatest is the one that wins.
    public static func < (a: Verdict, b: Verdict) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .accept: 0
        case .hold: 1
        case .reject: 2
        }
    }
}
