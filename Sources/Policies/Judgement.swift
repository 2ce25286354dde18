public import Consent

/// What all rules of a policy together say of one contact.
public struct Judgement: Sendable, Hashable {
    /// Where the contact goes: reject over hold over accept.
    public let verdict: Verdict
    /// The rules that fired, as indices of ``Policy/rules``, in the order of the file.
    public let findings: [Int]
    /// The rule that is told, as an index of ``Policy/rules``; nil where the contact is accepted.
    ///
    /// Of the rules whose effect is the verdict, the one that stands first in the file.
    public let decisive: Int?
}
