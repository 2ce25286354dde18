import CanonicalJSON
package import Consent
import Cryptography
package import Ledger
package import Lists
package import Origins
import Tables

/// A row of the list that a vetting held, found again in that list by somebody who wants to release it.
///
/// The list is believed only if its digest is the one that stands in the log.
package struct HeldRow: Sendable {
    /// The vetting.
    package let run: RecordID
    /// The row of the vetted list, from 1.
    package let row: UInt64
    /// What the list was vetted for.
    package let purpose: Purpose
    /// Its addresses.
    package let addresses: [EmailAddress]
    /// The rules that fired for it, by id, the deciding one first.
    package let rules: [String]

    /// Finds a row.
    ///
    /// - Parameters:
    ///   - row: From 1, as `consentgate_row` has it.
    ///   - run: The record of the vetting.
    ///   - path: The held list.
    /// - Throws: ``GateError`` if the file is not that list or the row does not stand in it.
    package init(
        _ row: UInt64, of run: OpenRecord, in path: String, catalogue: LayoutCatalogue, options: ListOptions
    ) throws {
        guard let purpose = run["purpose"]?.text.flatMap({ Purpose($0) }), run.kind == .listVetted else {
            throw GateError(
                .notHeld, "This record is of no vetting.", hint: "Name the run that vet answered with.")
        }
        guard let digest = run["outputs"]?["held"]?["sha256"]?.text else {
            throw GateError(
                .notHeld, "That vetting wrote no held list.", hint: "Vet the list again without --out -.")
        }
        let source = try ListSource(path: path)
        let found = try source.read(catalogue, options) { list in
            try Self.find(row, in: list)
        }
        guard try source.digest().hex == digest else {
            throw GateError(
                .notHeld, "\(path) is not the held list of that vetting, or was changed since.",
                hint: "Name the list with --list, as vet wrote it; or vet again.")
        }
        guard let found else {
            throw GateError(
                .notHeld, "Row \(row) is not among the held rows.",
                hint: "The number stands in the column consentgate_row.")
        }
        guard !found.addresses.isEmpty else {
            throw GateError(
                .notHeld, "Row \(row) has no address that could be released.",
                hint: "Name the column of the addresses with --email-column, if it has one.")
        }
        (self.run, self.row, self.purpose) = (run.rid, row, purpose)
        (addresses, rules) = (found.addresses, found.rules)
    }

    private struct Found {
        let addresses: [EmailAddress]
        let rules: [String]
    }

    /// Reads to the end, so that the digest is that of the whole file.
    private static func find(_ row: UInt64, in list: ListReader) throws -> Found? {
        var record = Record()
        var found: Found?
        while try list.next(into: &record) {
            guard found == nil, added("consentgate_row", of: record) == String(row) else { continue }
            let column = list.stretch.recognition.addressColumns.first
            let cell = column.flatMap { $0 < record.cellCount ? record.text($0) : nil } ?? ""
            let addresses = (try? AddressCell(parsing: cell)).map { [$0.first] + $0.others } ?? []
            let decisive = added("consentgate_rule", of: record)
            let all = added("consentgate_findings", of: record).split(separator: " ").map(String.init)
            found = Found(
                addresses: addresses,
                rules: [decisive].filter { !$0.isEmpty } + all.filter { $0 != decisive })
        }
        return found
    }

    /// A cell that the gate added; these come last, whatever stands before them.
    private static func added(_ name: String, of record: borrowing Record) -> String {
        guard let place = RowOutputs.addedColumns.firstIndex(of: name) else { return "" }
        let column = record.cellCount - RowOutputs.addedColumns.count + place
        return record.cellCount > column && column >= 0 ? record.text(column) : ""
    }
}
