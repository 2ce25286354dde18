/// What the gate adds to a rule's reason, in the language of the policy.
public enum Phrase: String, Sendable, CaseIterable {
    /// Another row with the same address decided.
    case otherRow = "other-row"
    /// The first of several addresses in a cell decided: `{count}`.
    case firstOfCell = "first-of-cell"
    /// Another address of the cell decided: `{place}` of `{count}`.
    case otherOfCell = "other-of-cell"
    /// The signs that were seen: `{signs}`.
    case seen
    /// The address has no `@`.
    case noAtSign = "no-at-sign"
    /// It has more than one.
    case severalAtSigns = "several-at-signs"
    /// Nothing stands before it.
    case noLocalPart = "no-local-part"
    /// Nothing stands after it.
    case noDomain = "no-domain"
    /// What stands after it has no dot.
    case domainWithoutDot = "domain-without-dot"
    /// What stands after it is no domain name.
    case domainNotAName = "domain-not-a-name"
    /// A dot stands where none may.
    case misplacedDot = "misplaced-dot"
    /// A character stands where it may not.
    case characterNotAllowed = "character-not-allowed"
    /// Letters of different alphabets look alike.
    case mixedScripts = "mixed-scripts"
    /// The address is too long.
    case tooLong = "too-long"

    /// What may stand in braces in it.
    var blanks: Set<String> {
        switch self {
        case .firstOfCell: ["count"]
        case .otherOfCell: ["place", "count"]
        case .seen: ["signs"]
        default: []
        }
    }
}
