import CanonicalJSON
public import Consent
import Cryptography

extension Ledger {
    /// Files that a policy can have.
    private static let greatestFileCount = 256
    /// Bytes of all texts of a policy together.
    private static let greatestTexts = 2 << 20

    /// Writes a policy into the open log: whoever checks a certificate later finds the very text.
    ///
    /// The same digest as that of the policy in force appends nothing; an older one may be adopted again.
    ///
    /// - Parameters:
    ///   - id: The id of the policy: lower-case letters, digits and inner hyphens.
    ///   - sha256: The digest by which vettings name it.
    ///   - files: Its texts, and those of all that it extends, by name.
    /// - Returns: The policy in force now.
    @discardableResult
    public func adopt(
        policy id: String, sha256: String, files: [(name: String, text: String)]
    ) throws -> AdoptedPolicy {
        try Self.check(id, sha256, files)
        let body = JSONValue.object(of: [
            "id": .string(id), "sha256": .string(sha256),
            "files": .array(
                files.map { file in
                    .object(of: [
                        "name": .string(file.name), "text": .string(file.text),
                        "sha256": .string(SHA256.digest(of: Array(file.text.utf8)).hex),
                    ])
                }),
        ])
        return try appending {
            if let present = adoptedPolicy, present.sha256 == sha256 { return present }
            let record = try appendLocked(.policyAdopted, [.init("policy", body)])
            guard let adopted = AdoptedPolicy(record) else { throw Registry.unreadable(record) }
            return adopted
        }
    }

    private static func check(
        _ id: String, _ sha256: String, _ files: [(name: String, text: String)]
    ) throws(LedgerError) {
        // Ids of policies are of the same form as those of purposes.
        guard Purpose(id) != nil, ContentDigest(hex: sha256) != nil else {
            throw LedgerError(
                .invalidPolicy, "A policy is adopted by its id and its SHA-256.",
                hint: "Ids are of lower-case letters, digits and inner hyphens.")
        }
        let names = Set(files.map(\.name))
        let areNames = names.allSatisfy { (1...200).contains($0.utf8.count) && !$0.hasControls }
        guard (1...greatestFileCount).contains(files.count), names.count == files.count, areNames else {
            throw LedgerError(
                .invalidPolicy,
                "A policy has between 1 and \(greatestFileCount) files, each with a name of its own.",
                hint: "Names have at most 200 bytes, in one line.")
        }
        // No sum can overflow: each text lies in memory.
        guard files.reduce(0, { $0 + $1.text.utf8.count }) <= greatestTexts else {
            throw LedgerError(
                .invalidPolicy, "The files of the policy are over \(greatestTexts >> 20) MiB.",
                hint: "Adopt the policy and what it extends, and nothing else.")
        }
    }

    /// The policy that was adopted last, which is in force; nil where none was.
    public var adoptedPolicy: AdoptedPolicy? { registry.adoptedPolicy }

    /// The policy that was in force at a moment of the past; nil where none was adopted by then.
    public func adoptedPolicy(at moment: Instant) throws -> AdoptedPolicy? {
        try adoptedPolicies.last { $0.at <= moment }
    }

    /// Every adoption in the order of the log.
    public var adoptedPolicies: [AdoptedPolicy] {
        get throws {
            try openRecords(.policyAdopted).map { record in
                guard let policy = AdoptedPolicy(record) else { throw Registry.unreadable(record) }
                return policy
            }
        }
    }

    /// The files of an adopted policy with their texts, in the order in which they were told.
    ///
    /// - Parameter rid: The name of the record by which it was adopted.
    /// - Throws: ``LedgerError/Code/unknownRecord`` where no adoption has that name.
    public func adoptedPolicyFiles(_ rid: RecordID) throws -> [(name: String, text: String)] {
        guard let record = try openRecord(rid), record.kind == .policyAdopted else {
            throw LedgerError(
                .unknownRecord, "No adopted policy of the name \(rid) is known.",
                hint: "The names of all adoptions stand in: consentgate audit ledger")
        }
        return try (record["policy"]?["files"]?.items ?? []).map { item in
            guard let name = item["name"]?.text, let text = item["text"]?.text,
                item["sha256"]?.text == SHA256.digest(of: Array(text.utf8)).hex
            else { throw Registry.unreadable(record) }
            return (name, text)
        }
    }
}
