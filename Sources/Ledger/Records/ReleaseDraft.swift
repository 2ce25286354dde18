public import Consent

/// What somebody tells to let a held row pass.
public struct ReleaseDraft: Sendable {
    /// What is let pass, by whose role, and until when.
    public var terms: ReleaseTerms
    /// The name of who lets it pass.
    public var by: String
    /// Why, in their words.
    public var reason: String
    /// What the list was vetted for.
    public var purpose: Purpose
    /// Every address of the row.
    public var addresses: [EmailAddress]

    /// Rules that one release can set aside.
    private static let greatestRules = 32
    /// Addresses that one row can have.
    private static let greatestAddresses = 256
    /// How far ahead a release may expire.
    static let greatestMonths = 24

    /// A draft with all its parts.
    public init(
        _ terms: ReleaseTerms, by: String, reason: String, purpose: Purpose, addresses: [EmailAddress]
    ) {
        self.terms = terms
        self.by = by
        self.reason = reason
        self.purpose = purpose
        self.addresses = addresses
    }

    /// Refuses what cannot be a release at a moment.
    func check(at now: Instant) throws(LedgerError) {
        try Self.check(name: by)
        guard (3...500).contains(reason.utf8.count), !reason.hasControls else {
            throw LedgerError(
                .invalidRelease, "The reason of a release has between 3 and 500 bytes, in one line.",
                hint: "Say why this row may pass, so that somebody can judge it in a year.")
        }
        guard terms.expiresAt > now else {
            throw LedgerError(
                .pastExpiry, "A release cannot expire at \(terms.expiresAt); it is now \(now).",
                hint: "Give a day to come, as in --expires 2027-05-01.")
        }
        guard terms.expiresAt <= now.advanced(byMonths: Self.greatestMonths) else {
            throw LedgerError(
                .invalidRelease, "A release lasts at most \(Self.greatestMonths) months.",
                hint: "Give a day until \(now.advanced(byMonths: Self.greatestMonths).day).")
        }
        guard terms.row > 0, terms.row <= UInt64(Int32.max) else {
            throw LedgerError(
                .invalidRelease, "Rows are counted from 1.", hint: "Take the number from the held list.")
        }
        let areRules = terms.rules.allSatisfy { rule in
            (1...40).contains(rule.utf8.count)
                && rule.utf8.allSatisfy {
                    (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
                }
        }
        guard (1...Self.greatestRules).contains(terms.rules.count), areRules else {
            throw LedgerError(
                .invalidRelease, "A release names between 1 and \(Self.greatestRules) rules by their ids.",
                hint: "Take the ids from the held list, as L03.")
        }
        guard (1...Self.greatestAddresses).contains(addresses.count) else {
            throw LedgerError(
                .invalidRelease,
                "A release is of a row with between 1 and \(Self.greatestAddresses) addresses.",
                hint: "A row without an address cannot be mailed.")
        }
    }

    /// Refuses a name that nobody has.
    static func check(name: String) throws(LedgerError) {
        guard (2...200).contains(name.utf8.count), name.contains(where: { !$0.isWhitespace }),
            !name.hasControls
        else {
            throw LedgerError(
                .invalidRelease, "A release needs the name of who answers for it, in 2 to 200 bytes.",
                hint: "Give the name as the person writes it.")
        }
    }

    /// Whether two names are written by the same letters, whatever their case and spaces.
    static func isSame(_ a: String, _ b: String) -> Bool {
        func letters(_ name: String) -> String { name.lowercased().filter { !$0.isWhitespace } }
        return letters(a) == letters(b)
    }
}
