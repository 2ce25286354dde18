package import CanonicalJSON
public import Consent
import Database

extension Ledger {
    /// After how many months somebody is to ask whether an entry of the do-not-mail list is still needed.
    public static let monthsOfSuppression = 36

    /// Puts addresses on the do-not-mail list: first their tags, then the log is told how many.
    ///
    /// Who is there already stays there, from the later day on. The answer never says who was.
    ///
    /// - Parameters:
    ///   - addresses: Whom.
    ///   - scope: For which purpose, or for all mail.
    ///   - since: From which day on, in UTC; nil for today.
    ///   - review: When somebody is to ask whether it is still needed; nil for ``monthsOfSuppression`` after `since`.
    /// - Returns: The open record.
    @discardableResult
    public func suppress(
        _ addresses: [EmailAddress], scope: Purpose, since: Instant? = nil, review: Instant? = nil
    ) throws -> OpenRecord {
        try check(scope, since: since, review: review)
        return try appending {
            let terms = SuppressionTerms(
                scope: scope, since: (since ?? now).day, reason: .added, review: review?.day)
            try suppression.connection.transaction {
                for address in addresses {
                    for tag in suppression.tags.tags(of: address) { try suppression.insert(tag, terms) }
                }
            }
            return try tell("added", count: addresses.count, scope: scope)
        }
    }

    /// Puts people on the do-not-mail list whom another tool's list names, all of them or none.
    ///
    /// The log is told when the whole list was taken: ``tell(suppressionImport:)``.
    ///
    /// - Parameters:
    ///   - entries: The people; some ten thousand at once are plenty.
    ///   - scope: For which purpose, or for all mail.
    ///   - since: Since when, where an entry does not tell; nil for today.
    ///   - review: When somebody is to ask whether it is still needed.
    ///   - keepsKnown: Whether whoever is there already stays as they are: this very list was taken before, and people
    ///     may have come back since.
    package func suppress(
        batch entries: [SuppressionEntry], scope: Purpose, since: Instant?, review: Instant?,
        keepsKnown: Bool
    ) throws {
        try appending {
            var terms = SuppressionTerms(
                scope: scope, since: (since ?? now).day, reason: .imported, review: review?.day,
                keepsKnown: keepsKnown)
            let usual = terms.since
            var found: [(tag: SuppressionTag, since: String)] = []
            found.reserveCapacity(entries.count * 2)
            for entry in entries {
                let day = entry.since.map { min($0, now).day } ?? usual
                switch entry.who {
                case .address(let address):
                    found += suppression.tags.tags(of: address).map { ($0, day) }
                case .hash(let hash): found.append((suppression.tags.tag(of: hash), day))
                }
            }
            // In the order of the tree, so that each page is written once.
            found.sort { $0.tag.bytes.lexicographicallyPrecedes($1.tag.bytes) }
            let kinds = Set(found.compactMap { AddressHash.Kind(rawValue: $0.tag.match.rawValue) })
            try suppression.connection.transaction {
                for kind in kinds { try suppression.note(kind) }
                for (tag, day) in found {
                    terms.since = day
                    try suppression.insert(tag, terms)
                }
            }
        }
    }

    /// Tells the log that a list of people who must not be mailed was taken: counts, and nothing of anybody.
    package func tell(suppressionImport body: [JSONValue.Member]) throws -> OpenRecord {
        try appending { try appendLocked(.suppressionImported, body, at: today) }
    }

    /// Takes addresses off the do-not-mail list; for somebody who is not on it nothing else is answered.
    ///
    /// The log is told first: cut short, nobody is mailed who was kept out. An objection that is recorded keeps its
    /// tag, for only a later yes of the person lifts it.
    ///
    /// - Parameters:
    ///   - addresses: Whom.
    ///   - scope: For one purpose; all mail stands for every entry that there is.
    ///   - reason: Why.
    /// - Returns: The open record.
    @discardableResult
    public func unsuppress(
        _ addresses: [EmailAddress], scope: Purpose, because reason: SuppressionRemoval
    ) throws -> OpenRecord {
        try check(scope, since: nil, review: nil)
        return try appending {
            let record = try tell("removed", count: addresses.count, scope: scope, because: reason)
            try suppression.connection.transaction {
                for address in addresses {
                    try suppression.remove(address, scope: scope == .everything ? nil : scope)
                    for row in try vault.rows(ofSubject: lookup(address))
                    where row.event.kind == .objected {
                        try suppression.suppress(
                            address, scope: row.event.purpose, since: row.event.effectiveAt.day,
                            reason: .objected)
                    }
                }
            }
            // What the person wants gone is gone from the write-ahead log, too.
            _ = try suppression.connection.text("PRAGMA wal_checkpoint(TRUNCATE)")
            try forgetSuppressionFilter()
            return record
        }
    }

    /// Notes that whoever is due on the do-not-mail list was looked at, and is still to be kept out.
    ///
    /// - Parameter next: When to look again; nil for ``monthsOfSuppression`` from now.
    /// - Returns: How many entries that were; nil where none was due and the log was not told.
    public func reviewSuppressions(next: Instant? = nil) throws -> UInt64? {
        try check(.everything, since: nil, review: next)
        return try appending {
            let months = Self.monthsOfSuppression
            let due = try suppression.dueCount(on: now.day, reviewAfter: months)
            guard due > 0 else { return nil }
            _ = try tell("reviewed", count: Int(clamping: due), scope: .everything)
            return try suppression.connection.transaction {
                try suppression.postpone(
                    on: now.day, reviewAfter: months, to: (next ?? now.advanced(byMonths: months)).day)
            }
        }
    }

    /// What the do-not-mail list holds, in numbers.
    public func suppressions() throws -> SuppressionSummary {
        try translating {
            try suppression.summary(on: now.day, reviewAfter: Self.monthsOfSuppression)
        }
    }

    /// The first second of today: the log is told of tags by the day, as they know days only.
    var today: Instant { (try? Instant(parsing: now.day + "T00:00:00Z")) ?? now }

    private func tell(
        _ change: String, count: Int, scope: Purpose, because reason: SuppressionRemoval? = nil
    ) throws -> OpenRecord {
        let body = JSONValue.object(of: [
            "change": .string(change), "count": .integer(Int64(clamping: count)),
            "scope": .string(scope.id), "reason": reason.map { .string($0.rawValue) },
        ])
        return try appendLocked(
            .suppressionChanged, [.init("suppression", body)], at: today)
    }

    private func check(_ scope: Purpose, since: Instant?, review: Instant?) throws {
        if scope != .everything { try require(scope) }
        if let since, since > now.advanced(by: Self.clockTolerance) {
            throw LedgerError(
                .futureTime, "The day \(since.day) lies in the future; today is \(now.day).",
                hint: "Give the day since which the person must not be mailed.")
        }
        if let review, review <= now {
            throw LedgerError(
                .pastExpiry, "The day \(review.day) is over; today is \(now.day).",
                hint: "Give a day to come, as in --review \(now.advanced(byMonths: 36).day).")
        }
    }
}
