/// What was found by looking at a policy's conditions, without any example.
public struct PolicyAnalysis: Sendable, Hashable {
    /// What its author can hardly have meant, in the order of the rules.
    public let remarks: [PolicyRemark]
    /// How many questions were too large to be answered; nothing is remarked on where an answer is missing.
    public let undecided: Int
}

extension Policy {
    /// Looks for rules that can never fire or never decide, and for conditions that say less than they seem to.
    ///
    /// Takes each fact for itself: it does not know, say, that a row without an address has no record. What it remarks on is
    /// certain, and there may be more. The work is bounded, whatever the policy.
    public func analysis() -> PolicyAnalysis {
        var inspection = PolicyInspection(of: self)
        return inspection.run()
    }
}
