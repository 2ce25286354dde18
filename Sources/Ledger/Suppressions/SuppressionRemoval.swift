/// Why an address is taken off the do-not-mail list.
///
/// A word and no text: it stands in the open log, which holds nothing of anybody.
public enum SuppressionRemoval: String, Sendable, CaseIterable {
    /// The person wants it gone, and was told what follows.
    case ownWish = "own-wish"
    /// It should never have been put there.
    case mistake
}
