import Consent
import Database

extension SuppressionStore {
    /// The day on which a tag is to be looked at again; parameter 2 is the usual time, as in `+36 months`.
    private static let reviewDay = "coalesce(review_on, date(since, ?2))"
    /// An address has one of these tags, and a hash another; its further tags are no further entries.
    private static let oneEach = "match IN ('exact', 'md5', 'sha1', 'sha256')"

    private static func usual(_ months: Int) -> String { "+\(months) months" }

    /// What lies here, in numbers.
    ///
    /// - Parameters:
    ///   - today: The day of today.
    ///   - months: When a tag is to be looked at again, unless it says so itself.
    func summary(on today: String, reviewAfter months: Int) throws -> SuppressionSummary {
        let groups = try connection.prepare(
            """
            SELECT scope, reason, match, substr(since, 1, 7), count(*), sum(\(Self.reviewDay) <= ?1) FROM tags
            WHERE \(Self.oneEach) GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
            """)
        try groups.bind(1, today)
        try groups.bind(2, Self.usual(months))
        var found: [SuppressionSummary.Group] = []
        while try groups.step() { found.append(try Self.group(groups)) }
        let reviews = try connection.prepare(
            """
            SELECT substr(\(Self.reviewDay), 1, 7), count(*) FROM tags WHERE \(Self.oneEach) AND \(Self.reviewDay) > ?1
            GROUP BY 1 ORDER BY 1
            """)
        try reviews.bind(1, today)
        try reviews.bind(2, Self.usual(months))
        var next: [SuppressionSummary.Review] = []
        while try reviews.step() {
            next.append(.init(month: reviews.text(0), count: UInt64(clamping: reviews.integer(1))))
        }
        return SuppressionSummary(groups: found, reviews: next)
    }

    private static func group(_ row: borrowing Statement) throws -> SuppressionSummary.Group {
        let (scopeText, match) = (row.text(0), row.text(2))
        guard let scope = scopeText == Purpose.everything.id ? .everything : Purpose(scopeText),
            let reason = SuppressionReason(rawValue: row.text(1))
        else { throw damaged }
        return SuppressionSummary.Group(
            scope: scope, reason: reason,
            kind: AddressHash.Kind(rawValue: match).map { .hash($0) } ?? .address, month: row.text(3),
            count: UInt64(clamping: row.integer(4)), due: UInt64(clamping: row.integer(5)))
    }

    /// Notes that whatever is due was looked at and is still needed; the caller holds a transaction.
    ///
    /// - Returns: How many entries that were.
    func postpone(on today: String, reviewAfter months: Int, to day: String) throws -> UInt64 {
        let due = try dueCount(on: today, reviewAfter: months)
        let statement = try connection.prepare(
            "UPDATE tags SET review_on = ?3 WHERE \(Self.reviewDay) <= ?1")
        try statement.bind(1, today)
        try statement.bind(2, Self.usual(months))
        try statement.bind(3, day)
        try statement.run()
        return due
    }

    /// How many entries are to be looked at again.
    ///
    /// - Parameter leftBy: Nobody counts who left after this day; nil for everybody.
    func dueCount(on today: String, reviewAfter months: Int, leftBy day: String? = nil) throws -> UInt64 {
        let statement = try connection.prepare(
            """
            SELECT count(*) FROM tags
            WHERE \(Self.oneEach) AND \(Self.reviewDay) <= ?1 AND (?3 IS NULL OR since <= ?3)
            """)
        try statement.bind(1, today)
        try statement.bind(2, Self.usual(months))
        try statement.bind(3, day)
        return try statement.step() ? UInt64(clamping: statement.integer(0)) : 0
    }

    /// All entries.
    func entryCount() throws -> UInt64 {
        UInt64(clamping: try connection.integer("SELECT count(*) FROM tags WHERE \(Self.oneEach)") ?? 0)
    }

    /// Takes whatever is due away; the caller holds a transaction.
    func destroyDue(on today: String, reviewAfter months: Int, leftBy day: String) throws {
        let statement = try connection.prepare(
            "DELETE FROM tags WHERE \(Self.reviewDay) <= ?1 AND since <= ?3")
        try statement.bind(1, today)
        try statement.bind(2, Self.usual(months))
        try statement.bind(3, day)
        try statement.run()
        try noteRemovals()
    }

    /// Takes the tags of an address away; the caller holds a transaction.
    ///
    /// - Parameter scope: Of one purpose, or of all mail alone; nil for every scope.
    func remove(_ address: EmailAddress, scope: Purpose?) throws {
        let statement = try connection.prepare(
            "DELETE FROM tags WHERE tag = ?1 AND (?2 IS NULL OR scope = ?2)")
        for tag in try tags.tags(of: address, hashedAs: hashKinds()) {
            try statement.bind(1, tag.bytes)
            try statement.bind(2, scope?.id)
            try statement.run()
            try noteRemovals()
        }
    }
}
