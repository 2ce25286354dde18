extension Fact {
    /// Whether a column of a list can tell it.
    ///
    /// Beside the facts that only a column or a declaration tells, there are four of the ledger that a list may know
    /// first: a complaint, a bounce, a restriction and a request of the person. Of ledger and column the least permissive
    /// counts. Nothing else can be told by a file: what the ledger or the program knows is no matter of anybody's word.
    public var canBeToldByColumn: Bool { source == .column || isStopThatColumnsTell }

    /// Whether the ledger knows it and a column can tell it too.
    public var isStopThatColumnsTell: Bool {
        switch self {
        case .subjectComplainedAt, .subjectBouncedAt, .subjectRestricted, .subjectOpenRequest: true
        default: false
        }
    }
}
