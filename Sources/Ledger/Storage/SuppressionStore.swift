import Consent
import Cryptography
import Database

/// `suppress.db`: keyed tags of people who must not be mailed.
///
/// It has no join to the vault, and outlives it.
final class SuppressionStore {
    let connection: Connection
    private let key: SecretKey
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
            """
        ])

    init(path: String, mode: Connection.Mode, key: SecretKey) throws {
        connection = try Connection(path: path, mode: mode)
        try connection.migrate(to: Self.schema)
        self.key = key
        lookup = try connection.prepare("SELECT max(since) FROM tags WHERE tag = ?1 AND scope IN (?2, '*')")
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

    /// Suppresses an address from a day on; a later day replaces an earlier one.
    ///
    /// The caller holds a transaction.
    func suppress(_ address: EmailAddress, scope: Purpose, since day: String) throws {
        let statement = try connection.prepare(
            "INSERT INTO tags (tag, scope, match, since) VALUES (?1, ?2, ?3, ?4) "
                + "ON CONFLICT (tag, scope) DO UPDATE SET since = max(since, excluded.since)")
        for match in Match.allCases {
            try statement.bind(1, tag(match, address))
            try statement.bind(2, scope.id)
            try statement.bind(3, match.rawValue)
            try statement.bind(4, day)
            try statement.run()
        }
    }

    /// The last day on which an address was suppressed for a purpose, or nil.
    func suppressedSince(_ address: EmailAddress, for purpose: Purpose) throws -> String? {
        var latest: String?
        for match in Match.allCases {
            defer { lookup.reset() }
            try lookup.bind(1, tag(match, address))
            try lookup.bind(2, purpose.id)
            guard try lookup.step(), let since = lookup.optionalText(0) else { continue }
            latest = max(latest ?? since, since)
        }
        return latest
    }

    /// Whether nobody is suppressed, so that no row needs a tag.
    func isEmpty() throws -> Bool { try connection.integer("SELECT EXISTS (SELECT 1 FROM tags)") == 0 }
}
