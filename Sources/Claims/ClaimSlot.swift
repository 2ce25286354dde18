import Tables

/// One row on its way into the ledger; slots are used again, so that a row costs no memory of its own.
final class ClaimSlot {
    var record = Record()
    /// The number of the row, from 1.
    var number: UInt64 = 0
    var finding = RowFinding()

    /// Memory that an unusually long row may leave behind in a slot, in bytes.
    private static let greatestLeftover = 1 << 16

    /// Lets go of what an unusually long row took.
    func release() {
        finding = RowFinding()
        if record.allocatedBytes > Self.greatestLeftover { record = Record() }
    }

    /// Whether the cells stand under their headers.
    ///
    /// Empty ones beyond the header are fine: many tools end every line with a delimiter.
    func fits(columns: Int) -> Bool {
        if record.hasLooseQuotes { return false }
        guard columns > 0, record.cellCount != columns else { return true }
        guard record.cellCount > columns else { return false }
        return (columns..<record.cellCount).allSatisfy { record.withCell($0) { $0.isEmpty } }
    }

    /// The header and the row as they stand in the file: what the claim rests on.
    func evidence(after header: [UInt8]) -> [UInt8] {
        var bytes = header
        record.appendEncodedRaw(to: &bytes)
        return bytes
    }
}
