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
    /// Every vetting whose list had a person in it, in the order of the log, with the record of the vetting.
    package func vettings(of address: EmailAddress) throws -> [(record: OpenRecord, row: SubjectVetting)] {
        try translating {
            try vault.vetted(ofSubject: lookup(address)).compactMap { row in
                try log.openRecord(row.run).map { ($0, row) }
            }.sorted { ($0.record.index, $0.row.row) < ($1.record.index, $1.row.row) }
        }
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
