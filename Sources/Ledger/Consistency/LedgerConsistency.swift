/// Whether log, vault, do-not-mail list, head, keys and remembered lists are of one ledger and of one moment.
///
/// The look changes nothing and needs no ledger that can be opened: it is made for one that cannot. What does not fit
/// is named with what can be done; which of two files is right is said where it is certain, and never guessed.
public struct LedgerConsistency: Sendable {
    /// What does not fit; empty when all is well.
    public internal(set) var mismatches: [Mismatch] = []
    /// Entries of the log that were hashed.
    public internal(set) var entries: UInt64 = 0
    /// Records of the vault that were opened.
    public internal(set) var records: UInt64 = 0

    /// Whether nothing is wrong but what the program settles by itself.
    public var holds: Bool { mismatches.allSatisfy(\.settlesItself) }

    init() {}

    /// Looks at the files of a home.
    ///
    /// Other processes are kept from appending for a moment only, while the views of the files are fixed.
    ///
    /// - Parameters:
    ///   - home: Where they lie.
    ///   - context: Time, for which lists still count.
    ///   - onProgress: Called now and then with the number of entries looked at and their total.
    public init(
        of home: LedgerHome, context: LedgerContext, onProgress: (UInt64, UInt64) -> Void = { _, _ in }
    ) {
        var look = ConsistencyLook(home, context)
        look.run(onProgress)
        self = look.result
    }
}
