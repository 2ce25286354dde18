import Consent
import Cryptography
import Database

extension ConsistencyLook {
    /// Holds the tags of the do-not-mail list against the key that should have made them.
    mutating func lookAtTags() throws {
        guard let tags, let suppression else { return }
        let all = try tags.integer("SELECT count(*) FROM tags WHERE key <> ''") ?? 0
        let own = try tags.integer("SELECT count(*) FROM tags WHERE key = '\(suppression.keyID)'") ?? 0
        guard own < all else { return }
        let problem =
            own == 0
            ? "keys/suppress.key is not the key of the \(all) tags in suppress.db."
            : "\(all - own) of \(all) tags in suppress.db were made with another key than keys/suppress.key."
        find(
            .suppressionKey, "keys/suppress.key", "suppress.db",
            problem: problem + " Nobody is found by them.",
            remedy: "Restore the keys folder and suppress.db from backups of this ledger.")
    }

    /// Holds the fingerprints of remembered lists against what the log says of them.
    mutating func compareSources(_ log: LogStore) throws {
        guard let registered = registeredSources(log) else { return }
        let entries = try sources?.entries() ?? []
        let known = Dictionary(entries.map { ($0.rid, $0.number) }) { first, _ in first }
        var missing = 0
        for source in registered where source.stands(at: context.now()) {
            guard let sources, let number = known[source.rid],
                try sources.count(of: number) == source.fingerprints
            else {
                missing += 1
                continue
            }
        }
        if missing > 0 {
            find(
                .sourcesMissing, "sources.db", "log.db",
                problem:
                    "Of \(missing) remembered \(missing == 1 ? "list" : "lists") sources.db has not all fingerprints.",
                remedy:
                    "Restore the newest sources.db, or remember the same files again: consentgate source list"
            )
        }
        let named = Set(registered.map(\.rid))
        let unknown = entries.count { !named.contains($0.rid) }
        guard unknown > 0 else { return }
        find(
            .sourcesUnknown, "sources.db", "log.db",
            problem:
                "sources.db has fingerprints of \(unknown) \(unknown == 1 ? "list" : "lists") that log.db does not know.",
            remedy:
                "A list is being remembered now, or was not to its end. Add the same file again; it is told as known."
        )
    }

    /// What the log says of remembered lists; nil where its open records cannot be read, which is found.
    private mutating func registeredSources(_ log: LogStore) -> [RegisteredSource]? {
        do { return try Registry(log).sources } catch {
            if !result.mismatches.contains(where: { $0.code == .openRecords }) { findDamage("log.db", error) }
            return nil
        }
    }
}
