package import CanonicalJSON
package import Consent
import Database

/// A row of a vetted list in which a known person stood.
package struct SubjectVetting: Hashable, Sendable {
    /// The vetting.
    package let run: RecordID
    /// The row of the list, from 1.
    package let row: UInt64
    /// Where the row went.
    package let verdict: Verdict
    /// The ids of the rules that fired, the deciding one first.
    package let rules: [String]
}

extension Ledger {
    /// By what the vault finds a person: 16 bytes that only this ledger's key makes of the address.
    package func lookupKey(of address: EmailAddress) -> [UInt8] { lookup(address) }

    /// Appends the record of a vetting, and notes which known people stood in the list.
    ///
    /// The notes come first: cut short in between, they name a run that the log does not have, and are passed over by
    /// whoever reads them. The other way round a vetting could be missing from a person's history.
    package func append(
        vetting body: [JSONValue.Member], touching touched: TouchedSubjects
    ) throws -> OpenRecord {
        try appending {
            let rid = try freshRecordID()
            guard touched.count > 0 else { return try appendLocked(.listVetted, body, rid: rid) }
            // Whoever was erased since their row was judged is a stranger by now.
            let isChecked = try touched.erased != vault.erasureProgress().erased
            try vault.connection.transaction {
                try vault.vettedLists.insert(touched, run: rid, whereKnown: isChecked)
            }
            do {
                return try appendLocked(.listVetted, body, rid: rid)
            } catch {
                try? vault.connection.transaction { try vault.vettedLists.drop(run: rid) }
                throw error
            }
        }
    }

    /// Every vetting whose list had a person in it, in the order of the log, with the record of the vetting.
    package func vettings(of address: EmailAddress) throws -> [(record: OpenRecord, row: SubjectVetting)] {
        try translating {
            try vault.vettedLists.rows(ofSubject: lookup(address)).compactMap { row in
                try log.openRecord(row.run).map { ($0, row) }
            }.sorted { ($0.record.index, $0.row.row) < ($1.record.index, $1.row.row) }
        }
    }

    /// Calls a body with everybody known whom a vetting accepted: a key for ``records(ofSubject:)``, and the row.
    package func forEachAccepted(
        in run: RecordID, _ body: (_ key: [UInt8], _ row: UInt64) throws -> Void
    ) throws {
        try translating { try vault.vettedLists.forEachAccepted(in: run, body) }
    }

    /// Every record of a subject that was found by its key, opened, in the order of the log.
    package func records(ofSubject key: [UInt8]) throws -> [SubjectRecord] {
        try translating { try vault.rows(ofSubject: key).map(opened) }
    }

    /// Every record that tells of a release, opened, in the order of the log.
    package func releaseRecords() throws -> [SubjectRecord] {
        try translating {
            try vault.rows("WHERE e.release IS NOT NULL AND \(VaultStore.reached) ORDER BY e.position") { _ in
            }
            .map(opened)
        }
    }

    /// How many addresses stand on the do-not-mail list for a purpose or for all mail, as the exact tags tell.
    package func suppressionCount() throws -> UInt64 {
        try translating { try suppression.count() }
    }

    /// Since when and why an address is on the do-not-mail list, for all mail and for each purpose; empty where it is not.
    package func suppressions(of address: EmailAddress) throws -> [(scope: Purpose, tag: Suppression)] {
        try translating {
            let ofAll = try suppression.suppression(of: address, for: .everything)
            let ofOne = try purposes.compactMap { purpose in
                try suppression.suppression(of: address, for: purpose).map { (purpose, $0) }
            }
            return (ofAll.map { [(.everything, $0)] } ?? []) + ofOne.filter { $0.1 != ofAll }
        }
    }
}
