import Consent
import Cryptography
import Database

/// `suppress.db`: keyed tags of people who must not be mailed.
///
/// It has no join to the vault, and outlives it.
final class SuppressionStore {
    let connection: Connection
    /// Makes tags, and those of the addresses that are looked up.
    let tags: SuppressionTagger
    /// Tells the tags of this key from those of another: eight hexadecimal digits.
    let keyID: String
    private let lookup: Statement
    private let presence: Statement
    private let kindsQuery: Statement
    private let insertion: Statement
    private let gentleInsertion: Statement
    private let erasures: Statement

    /// Of two tags of one address the later day counts, with its reason; an erasure is remembered for good, for what was
    /// erased must not be recorded again.
    static let merging = """
        ON CONFLICT (tag, scope) DO UPDATE SET since = max(since, excluded.since),
            review_on = CASE WHEN excluded.since > since OR (excluded.since = since AND excluded.reason = 'erased')
                THEN excluded.review_on ELSE review_on END,
            reason = CASE WHEN 'erased' IN (reason, excluded.reason) THEN 'erased'
                WHEN excluded.since > since THEN excluded.reason ELSE reason END,
            key = excluded.key
            WHERE excluded.since > since OR (excluded.reason = 'erased' AND reason <> 'erased')
                OR (excluded.since = since AND excluded.reason = 'erased')
        """

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
            // before is all of objections. Of which kinds hashes may lie here: who vets makes no others.
            """
            ALTER TABLE tags ADD COLUMN reason TEXT NOT NULL DEFAULT 'objected';
            ALTER TABLE tags ADD COLUMN review_on TEXT;
            ALTER TABLE tags ADD COLUMN key TEXT NOT NULL DEFAULT '';
            CREATE TABLE hashes (kind TEXT PRIMARY KEY, are_here INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            INSERT INTO hashes (kind, are_here) VALUES ('md5', 0), ('sha1', 0), ('sha256', 0);
            """,
            // Whether tags were ever taken away. Until then whoever has one tag has all, and one look-up tells of an address
            // that it is not here; of a list from before, nobody knows.
            """
            CREATE TABLE removals (only INTEGER PRIMARY KEY CHECK (only = 1), happened INTEGER NOT NULL) STRICT;
            INSERT INTO removals (only, happened) SELECT 1, EXISTS (SELECT 1 FROM tags);
            """,
        ])

    init(path: String, mode: Connection.Mode, key: SecretKey) throws {
        connection = try Connection(path: path, mode: mode)
        try connection.migrate(to: Self.schema)
        tags = SuppressionTagger(key: key)
        lookup = try connection.prepare(
            "SELECT since, reason FROM tags WHERE tag = ?1 AND scope IN (?2, '*') "
                + "ORDER BY since DESC, reason = 'erased' DESC LIMIT 1")
        presence = try connection.prepare("SELECT EXISTS (SELECT 1 FROM tags)")
        kindsQuery = try connection.prepare("SELECT kind, are_here FROM hashes ORDER BY kind")
        let insert =
            "INSERT INTO tags (tag, scope, match, since, reason, review_on, key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
        insertion = try connection.prepare(insert + Self.merging)
        gentleInsertion = try connection.prepare(insert + "ON CONFLICT (tag, scope) DO NOTHING")
        erasures = try connection.prepare(
            "SELECT since FROM tags WHERE tag = ?1 AND reason = 'erased' ORDER BY since DESC LIMIT 1")
        var mac = HMACSHA256(key: key)
        keyID = Hex.encode(Array(mac.authenticate(Array("suppress/key-id".utf8)).bytes.prefix(4)))
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
    ///   - review: The day on which somebody is to ask whether the tag is still needed; nil for
    ///     ``Ledger/monthsOfSuppression`` after `day`.
    func suppress(
        _ address: EmailAddress, scope: Purpose, since day: String, reason: SuppressionReason,
        review: String? = nil
    ) throws {
        let terms = SuppressionTerms(scope: scope, since: day, reason: reason, review: review)
        for tag in tags.tags(of: address) { try insert(tag, terms) }
    }

    /// Keeps a tag; the caller holds a transaction.
    func insert(_ tag: SuppressionTag, _ terms: SuppressionTerms) throws {
        if terms.keepsKnown {
            try Self.insert(tag, terms, keyID, gentleInsertion)
        } else {
            try Self.insert(tag, terms, keyID, insertion)
        }
    }

    private static func insert(
        _ tag: SuppressionTag, _ terms: SuppressionTerms, _ keyID: String, _ statement: borrowing Statement
    ) throws {
        try statement.bind(1, tag.bytes)
        try statement.bind(2, terms.scope.id)
        try statement.bind(3, tag.match.rawValue)
        try statement.bind(4, terms.since)
        try statement.bind(5, terms.reason.rawValue)
        try statement.bind(6, terms.review)
        try statement.bind(7, keyID)
        try statement.run()
    }

    /// The kinds of hashes of which some may lie here.
    func hashKinds() throws -> [AddressHash.Kind] {
        defer { kindsQuery.reset() }
        var (known, here): (Int, [AddressHash.Kind]) = (0, [])
        while try kindsQuery.step() {
            guard let kind = AddressHash.Kind(rawValue: kindsQuery.text(0)) else { throw Self.damaged }
            known += 1
            if kindsQuery.integer(1) != 0 { here.append(kind) }
        }
        // A kind that is not even named could be here: nobody passes on a list that lost a row.
        guard known == AddressHash.Kind.allCases.count else { throw Self.damaged }
        return here
    }

    /// Notes that hashes of a kind lie here; the caller holds a transaction.
    func note(_ kind: AddressHash.Kind) throws {
        let statement = try connection.prepare("UPDATE hashes SET are_here = 1 WHERE kind = ?1")
        try statement.bind(1, kind.rawValue)
        try statement.run()
    }

    /// The last day on which an address was suppressed for a purpose, and why; nil where it never was.
    ///
    /// - Parameter hashKinds: The kinds of hashes that are here, where the caller has asked already.
    func suppression(
        of address: EmailAddress, for purpose: Purpose, hashKinds: [AddressHash.Kind]? = nil
    ) throws -> Suppression? {
        var latest: Suppression?
        for tag in try tags.tags(of: address, hashedAs: hashKinds ?? self.hashKinds()) {
            defer { lookup.reset() }
            try lookup.bind(1, tag.bytes)
            try lookup.bind(2, purpose.id)
            guard try lookup.step() else { continue }
            let since = lookup.text(0)
            guard latest.map({ since > $0.since }) ?? true else { continue }
            guard let reason = SuppressionReason(rawValue: lookup.text(1)) else { throw Self.damaged }
            latest = Suppression(since: since, reason: reason)
        }
        return latest
    }

    /// The last day on which a person was erased, or left again after that; nil where they never were.
    func erasure(of address: EmailAddress) throws -> String? {
        var latest: String?
        for tag in tags.tags(of: address) {
            defer { erasures.reset() }
            try erasures.bind(1, tag.bytes)
            if try erasures.step() { latest = max(latest ?? "", erasures.text(0)) }
        }
        return latest
    }

    /// How many addresses are suppressed for a purpose or for all mail.
    func count() throws -> UInt64 {
        UInt64(
            clamping: try connection.integer(
                "SELECT count(DISTINCT tag) FROM tags WHERE match = '\(SuppressionTag.Match.exact.rawValue)'")
                ?? 0)
    }

    /// Notes that tags were taken away, if the last statement took any; the caller holds a transaction.
    func noteRemovals() throws {
        guard connection.changes > 0 else { return }
        try connection.execute("UPDATE removals SET happened = 1")
    }

    /// Whether tags were ever taken away, so that of the tags of one address some may be here and others not.
    func isThinned() throws -> Bool {
        guard let happened = try connection.integer("SELECT happened FROM removals") else {
            throw Self.damaged
        }
        return happened != 0
    }

    /// Calls a body with every tag.
    func forEachTag(_ body: ([UInt8]) throws -> Void) throws {
        let statement = try connection.prepare("SELECT tag FROM tags")
        while try statement.step() { try body(statement.bytes(0)) }
    }

    /// Whether nobody is suppressed, so that no row needs a tag.
    func isEmpty() throws -> Bool {
        defer { presence.reset() }
        return try presence.step() ? presence.integer(0) == 0 : true
    }

    static let damaged = LedgerError(
        .corrupt, "A row of suppress.db cannot be read.",
        hint: "Restore suppress.db from a backup, then run consentgate verify.")
}
