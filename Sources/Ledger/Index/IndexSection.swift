/// The sections of a look-up file of standings, in their order.
enum IndexSection {
    /// Keys with the numbers of standings.
    static let entries = 0
    /// Where the entries of each value of the leading bits begin.
    static let directory = 1
    /// Standings, 16 bytes each: ``StandingTimes``.
    static let standings = 2
    /// Times of those that have more than two, eight bytes each.
    static let times = 3
    /// Where each kind ends, eight bytes each.
    static let kindEnds = 4
    /// Kinds, each encrypted by itself.
    static let kinds = 5
}
