public import Consent

/// What all rules of a policy together say of one contact.
public struct Judgement: Sendable, Hashable {
    /// Where the contact goes: reject over hold over accept.
    public let verdict: Verdict
    /// The rules that fired, as indices of ``Policy/rules``, in the order of telling.
    public let findings: [Int]
    /// The rule that is told, as an index of ``Policy/rules``.
    ///
    /// Of the rules whose effect is the verdict, the first in the order of telling. For an accepted contact the one that
    /// gave the basis, and nil where that is the recorded consent alone.
    public let decisive: Int?
}
