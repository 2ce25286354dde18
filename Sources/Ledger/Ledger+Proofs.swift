import CanonicalJSON
package import Cryptography
public import MerkleLog

extension Ledger {
    /// The proof that a record lies in the log, with the opening and the record itself (C2SP tlog-proof).
    ///
    /// Its holder can verify one record and learns nothing of any other.
    public func receipt(of rid: RecordID) throws -> TransparencyProof {
        try translating {
            if let open = try log.openRecord(rid) {
                return try proof(
                    of: open.index,
                    disclosing: Commitment.disclosed(opening: open.opening, record: open.record))
            }
            guard let row = try vault.row(rid) else {
                throw LedgerError(
                    .unknownRecord, "No record of the name \(rid) is known.",
                    hint: "Names of records stand in the answers of record, show and audit.")
            }
            let subject = try opened(row)
            let opening = try threadKey(of: row).opening(of: rid)
            return try proof(
                of: row.position,
                disclosing: Commitment.disclosed(opening: opening, record: subject.json.canonicalBytes))
        }
    }

    /// The proof of inclusion of a leaf in the newest checkpoint.
    package func proof(of index: UInt64, disclosing extra: [UInt8]?) throws -> TransparencyProof {
        let size = checkpoint.checkpoint.size
        let hashes = try TileTree.inclusionProof(of: index, in: size) { try log.tile(level: $0, index: $1) }
        return TransparencyProof(
            extra: extra, index: index, hashes: hashes, checkpoint: try cosignedCheckpoint)
    }

    /// The root of the log when it had so many entries, at most as many as it has.
    package func root(of size: UInt64) throws -> Digest { try translating { try log.root(of: size) } }

    /// The hashes of the widest tile at a place.
    package func tile(level: Int, index: UInt64) throws -> [Digest] {
        try translating { try log.tile(level: level, index: index) }
    }

    /// Calls a body with the entries of a range in order.
    package func forEachEntry(from start: UInt64, to end: UInt64, _ body: (UInt64, [UInt8]) throws -> Void)
        throws
    {
        try log.forEachLeaf(from: start, to: end, body)
    }

    /// Open records of one kind, or all, in the order of the log.
    public func openRecords(_ kind: OpenRecord.Kind? = nil) throws -> [OpenRecord] {
        try translating { try log.openRecords(kind) }
    }

    /// One open record, or nil.
    public func openRecord(_ rid: RecordID) throws -> OpenRecord? {
        try translating { try log.openRecord(rid) }
    }

    /// Calls a body with every record of every subject, opened, in the order of the log.
    package func forEachSubjectRecord(_ body: (SubjectRecord) throws -> Void) throws {
        try translating { try vault.forEachRow { try body(try opened($0)) } }
    }
}
