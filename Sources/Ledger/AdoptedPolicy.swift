import CanonicalJSON
public import Consent

/// A policy that was adopted: its digest and its files stand in the log.
public struct AdoptedPolicy: Hashable, Sendable {
    /// A file of a policy by its name and the digest of its text.
    public struct File: Hashable, Sendable {
        /// Its name, as it was told.
        public let name: String
        /// SHA-256 of its text, 64 hexadecimal digits.
        public let sha256: String
    }

    /// The id of the policy.
    public let id: String
    /// The digest by which vettings name it, 64 hexadecimal digits.
    public let sha256: String
    /// The name of the record.
    public let rid: RecordID
    /// The place of that record in the log.
    public let index: UInt64
    /// When the ledger learnt it.
    public let at: Instant
    /// Its files, in the order in which they were told.
    public let files: [File]

    /// The policy that an open record adopts; nil where the record does not say what it must.
    init?(_ record: OpenRecord) {
        guard record.kind == .policyAdopted, let json = record["policy"], let id = json["id"]?.text,
            let sha256 = json["sha256"]?.text, ContentDigest(hex: sha256) != nil,
            let items = json["files"]?.items
        else { return nil }
        files = items.compactMap { item in
            guard let name = item["name"]?.text, let sha256 = item["sha256"]?.text,
                ContentDigest(hex: sha256) != nil
            else { return nil }
            return File(name: name, sha256: sha256)
        }
        guard files.count == items.count else { return nil }
        (self.id, self.sha256, rid) = (id, sha256, record.rid)
        (index, at) = (record.index, record.recordedAt)
    }
}
