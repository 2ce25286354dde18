import Consent
import Cryptography
import Database

/// `suppress.db`: keyed tags of people who must not be mailed.
///
/// It has no join to the vault, and outlives it.
final class SuppressionStore {
    let connection: Connection
    private let key: SecretKey
    /// Tells the tags of this key from those of another: eight hexadecimal digits.
    let keyID: String
    private let lookup: Statement

    /// How an address was reduced before it became a tag: a no may also match loosely.
    enum Match: String, CaseIterable {
        /// The address as it is compared everywhere.
        case exact
        /// The address without its `+tag`.
        case loose
    }

    static let schema = Schema(
        applicationID: 0x4347_5331,  // "CGS1"
        migrations: [
            """
            CREATE TABLE tags (
                tag BLOB NOT NULL CHECK (length(tag) = 32),
                scope TEXT NOT NULL,
                match TEXT NOT NULL,
                since TEXT NOT NULL,
                PRIMARY KEY (tag, scope)
            ) STRICT, WITHOUT ROWID;
            """,
            // Why a tag stands, when it is to be looked at again, and with which key it was made; what was put here
            // before is all of objections.
            """
            ALTER TABLE tags ADD COLUMN reason TEXT NOT NULL DEFAULT 'objected';
            ALTER TABLE tags ADD COLUMN review_on TEXT;
            ALTER TABLE tags ADD COLUMN key TEXT NOT NULL DEFAULT '';
            """,
        ])

    init(path: String, mode: Connection.Mode, key: SecretKey) throws {
        connection = try Connection(path: path, mode: mode)
        try connection.migrate(to: Self.schema)
        self.key = key
        lookup = try connection.prepare(
            "SELECT since, reason FROM tags WHERE tag = ?1 AND scope IN (?2, '*') "
                + "ORDER BY since DESC, reason = 'erased' DESC LIMIT 1")
        var mac = HMACSHA256(key: key)
        keyID = Hex.encode(Array(mac.authenticate(Array("suppress/key-id".utf8)).bytes.prefix(4)))
    }

    /// `HMAC-SHA256(suppress.key, "suppress/v1" || 00 || kind || 00 || normalised)`.
    private func tag(_ match: Match, _ address: EmailAddress) -> [UInt8] {
        var mac = HMACSHA256(key: key)
        let reduced =
            match == .exact
            ? address.normalized : address.localPart.prefix { $0 != "+" } + "@" + address.domain
        return mac.authenticate(
            Array("suppress/v1".utf8), [0], Array(match.rawValue.utf8), [0], Array(reduced.utf8)
        ).bytes
    }

    /// Suppresses an address from a day on; a later day replaces an earlier one, with its reason, and an erasure
    /// whatever is of the same day.
    ///
    /// The caller holds a transaction.
    ///
    /// - Parameters:
    ///   - address: Whom.
    ///   - scope: For which purpose, or for all mail.
    ///   - day: Since when.
    ///   - reason: Why.
    ///   - review: The day on which somebody is to ask whether the tag is still needed; nil for never.
    func suppress(
        _ address: EmailAddress, scope: Purpose, since day: String, reason: SuppressionReason,
        review: String? = nil
    ) throws {
        let statement = try connection.prepare(
            """
            INSERT INTO tags (tag, scope, match, since, reason, review_on, key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (tag, scope) DO UPDATE SET since = excluded.since, reason = excluded.reason,
                review_on = excluded.review_on, key = excluded.key
                WHERE excluded.since > since OR (excluded.since = since AND excluded.reason = 'erased')
            """)
        for match in Match.allCases {
            try statement.bind(1, tag(match, address))
            try statement.bind(2, scope.id)
            try statement.bind(3, match.rawValue)
            try statement.bind(4, day)
            try statement.bind(5, reason.rawValue)
            try statement.bind(6, review)
            try statement.bind(7, keyID)
            try statement.run()
        }
    }

    /// The last day on which an address was suppressed for a purpose, and why; nil where it never was.
    func suppression(of address: EmailAddress, for purpose: Purpose) throws -> Suppression? {
        var latest: Suppression?
        for match in Match.allCases {
            defer { lookup.reset() }
            try lookup.bind(1, tag(match, address))
            try lookup.bind(2, purpose.id)
            guard try lookup.step() else { continue }
            let since = lookup.text(0)
            guard latest.map({ since > $0.since }) ?? true else { continue }
            guard let reason = SuppressionReason(rawValue: lookup.text(1)) else {
                throw LedgerError(
                    .corrupt, "A tag of suppress.db cannot be read.",
                    hint: "Restore suppress.db from a backup, then run consentgate verify.")
            }
            latest = Suppression(since: since, reason: reason)
        }
        return latest
    }

    /// Whether nobody is suppressed, so that no row needs a tag.
    func isEmpty() throws -> Bool { try connection.integer("SELECT EXISTS (SELECT 1 FROM tags)") == 0 }
}
