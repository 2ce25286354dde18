package import Consent
import Lists
package import Policies

/// One row of a list as a vetting judges it.
package struct VettedRow: Sendable {
    /// Its number, from 1, as `consentgate_row` has it.
    package let number: UInt64
    /// Where the row goes.
    package let verdict: Verdict
    /// The rule that decided; nil where the row is accepted on the recorded consent.
    package let rule: Rule?
    /// Whether another row with the same address decided.
    package let isByOtherRow: Bool
    /// Whether another address of the same cell decided.
    package let isByOtherAddress: Bool
    /// The ids of the rules whose holds were released for the address that decided.
    package let released: [String]
    /// The facts by which the address was judged.
    package let facts: Facts
}

extension Vetting {
    /// Judges a list and tells of one of its rows.
    ///
    /// All of it is read: whether an address stands twice, and what its other rows say, only the whole list tells.
    ///
    /// - Parameters:
    ///   - row: The number of the row, from 1.
    ///   - address: The address that must stand in it.
    ///   - asOf: The moment for which is judged, with what the ledger knew then; nil for now.
    /// - Throws: ``GateError/Code/noSuchRow``, ``GateError/Code/otherAddress``, or what a vetting throws.
    package func inspect(
        row: UInt64, of address: EmailAddress, asOf: AsOf? = nil,
        onProgress: (Progress) -> Void = { _ in }
    ) throws -> VettedRow {
        let search = RowSearch(row, address, in: request.policy.policy)
        _ = try look(
            at: try ListSource(path: request.list), asOf: asOf, search, onProgress: onProgress)
        guard search.isThere else {
            throw GateError(
                .noSuchRow, "\(request.listName) has \(search.rows) rows and no row \(row).",
                hint: "Rows are counted from 1 without the header, as consentgate_row in the held list does.")
        }
        guard let found = search.found else {
            throw GateError(
                .otherAddress, "Row \(row) of \(request.listName) does not have this address.",
                hint: "The number stands in the column consentgate_row of the held and rejected lists.")
        }
        return found
    }
}

/// Keeps what is found of one row.
private final class RowSearch: RowObserver {
    private let number: UInt64
    private let address: EmailAddress
    private let policy: Policy
    private(set) var rows: UInt64 = 0
    private(set) var isThere = false
    private(set) var found: VettedRow?

    init(_ number: UInt64, _ address: EmailAddress, in policy: Policy) {
        self.number = number
        self.address = address
        self.policy = policy
    }

    func begin() { (rows, isThere, found) = (0, false, nil) }

    func see(_ row: RowSlot, _ decision: RowDecision, facts: (Int) -> Facts) {
        rows = row.number
        guard row.number == number else { return }
        isThere = true
        guard let place = row.addresses.firstIndex(of: address) else { return }
        found = VettedRow(
            number: number, verdict: decision.verdict,
            rule: (decision.rule ?? decision.basis).flatMap {
                policy.rules.indices.contains($0) ? policy.rules[$0] : nil
            },
            isByOtherRow: decision.isByOtherRow,
            isByOtherAddress: decision.isByOneAddress && decision.place != place,
            released: decision.released.compactMap {
                policy.rules.indices.contains($0) ? policy.rules[$0].id : nil
            }, facts: facts(place))
    }
}
