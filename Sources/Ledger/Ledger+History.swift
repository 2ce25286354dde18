import CanonicalJSON
public import Consent
import Cryptography

extension Ledger {
    /// Every record of a subject, opened, in the order of the log; empty for somebody unknown.
    public func history(of address: EmailAddress) throws -> [SubjectRecord] {
        try translating { try vault.rows(ofSubject: lookup(address)).map(opened) }
    }

    /// One record of a subject by its name, or nil.
    package func subjectRecord(_ rid: RecordID) throws -> SubjectRecord? {
        try translating { try vault.row(rid).map(opened) }
    }

    /// What holds between a subject and a purpose.
    public func standing(of address: EmailAddress, for purpose: Purpose, asOf: Instant? = nil) throws
        -> Standing
    {
        let rows = try translating { try vault.rows(ofSubject: lookup(address)) }
        return Standing(of: rows.map(\.event), for: purpose, asOf: asOf)
    }

    /// Opens a record, and refuses one that is not what its leaf committed to.
    func opened(_ row: VaultStore.Row) throws -> SubjectRecord {
        try subject(in: row, try text(of: row, try threadKey(of: row)))
    }

    /// The facts that were told with a record, which is opened for them.
    func told(in row: VaultStore.Row, _ key: ThreadKey) throws -> [String: String] {
        let record = try text(of: row, key)
        // Most records tell none, and reading JSON costs more than opening it.
        return ToldFacts.stand(in: record) ? try subject(in: row, record).told : [:]
    }

    private func text(of row: VaultStore.Row, _ key: ThreadKey) throws -> [UInt8] {
        guard let record = try? key.open(row.payload, of: row.rid),
            Commitment.leaf(opening: key.opening(of: row.rid), record: record) == row.leaf
        else { throw unreadable(row) }
        return record
    }

    /// What the text of a row's record says.
    func subject(in row: VaultStore.Row, _ record: [UInt8]) throws -> SubjectRecord {
        guard let json = try? JSONValue(readingCanonical: record),
            let subject = RecordMembers.subject(from: json, index: row.position), subject.rid == row.rid
        else { throw unreadable(row) }
        return subject
    }

    private func unreadable(_ row: VaultStore.Row) -> LedgerError {
        LedgerError(
            .corrupt, "Record \(row.rid) cannot be opened, or is not what the log committed to.",
            hint: "Run consentgate verify, and restore vault.db from a backup.")
    }

    /// A file of evidence, looked at now.
    public struct ExaminedEvidence: Sendable {
        /// What was recorded.
        public let evidence: Evidence
        /// What a look at the copy found.
        public let condition: EvidenceCondition
        /// The content, where a copy opens and has its digest.
        public let content: [UInt8]?
    }

    /// The evidence of a record, every copy opened and hashed again.
    public func evidence(of rid: RecordID) throws -> [ExaminedEvidence] {
        try translating {
            guard let row = try vault.row(rid) else { return [] }
            return try examine(vault.evidence(ofEvent: row.id), rid: rid, key: threadKey(of: row))
        }
    }

    func examine(
        _ files: [VaultStore.StoredEvidence], rid: RecordID, key: ThreadKey
    ) throws -> [ExaminedEvidence] {
        files.enumerated().map { place, stored in
            guard let sealed = stored.sealed else {
                return ExaminedEvidence(evidence: stored.evidence, condition: .hashOnly, content: nil)
            }
            guard let content = try? key.open(evidence: sealed, of: rid, position: place) else {
                return ExaminedEvidence(evidence: stored.evidence, condition: .unreadable, content: nil)
            }
            let isIntact = SHA256.digest(of: content).hex == stored.evidence.digest.hex
            return ExaminedEvidence(
                evidence: stored.evidence, condition: isIntact ? .intact : .altered,
                content: isIntact ? content : nil)
        }
    }

    /// Turns the errors of the floors below into the ledger's own.
    func translating<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            throw LedgerError(describing: error, home: home)
        }
    }
}
