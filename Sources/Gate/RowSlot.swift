import Consent
import Origins
import Policies
import Tables

/// One row on its way through the gate.
///
/// Slots are used again and again, so that a row costs no memory of its own.
final class RowSlot {
    var record = Record()
    /// The number of the row, from 1; blank records have none.
    var number: UInt64 = 0
    var form = AddressForm.missing
    var address: EmailAddress?
    var origin: RowOrigin?
    /// Whether the row has more or fewer cells than the header, or quotes that do not close where a cell ends.
    var isRagged = false
    /// Whether somebody of the row's name is listed in a registered source.
    var isNameInSource = false
    /// The address as a key that lives as long as the run, 0 where there is none.
    var key: UInt64 = 0

    /// Takes in what the record itself tells.
    func read(_ list: Recognition, columns: Int, row: UInt64) {
        number = row
        readAddress(list.addressColumns.first)
        origin = rowOrigin(list)
        isNameInSource = false
        isRagged = record.hasLooseQuotes || !fits(columns)
    }

    private func readAddress(_ column: Int?) {
        (address, form, key) = (nil, .missing, 0)
        guard let column, column < record.cellCount else { return }
        do throws(MalformedAddress) {
            let parsed = try EmailAddress(parsing: record.text(column))
            (address, form) = (parsed, .valid)
            var hasher = Hasher()
            hasher.combine(parsed.normalized)
            key = UInt64(bitPattern: Int64(hasher.finalize()))
        } catch {
            form = error.reason == .empty ? .missing : .malformed
        }
    }

    private func rowOrigin(_ list: Recognition) -> RowOrigin {
        let raw = record.raw
        guard list.mayCarrySignals(raw.span) else { return list.fileOrigin }
        return list.origin(ofRow: { record.text($0) }, count: record.cellCount)
    }

    /// Cells beyond the header are fine while they are empty: many tools end every line with a delimiter.
    private func fits(_ columns: Int) -> Bool {
        guard columns > 0, record.cellCount != columns else { return true }
        guard record.cellCount > columns else { return false }
        return (columns..<record.cellCount).allSatisfy { record.withCell($0) { $0.isEmpty } }
    }
}
