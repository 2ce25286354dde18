import Consent
import Lists
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
    /// The addresses of the row's cell, in its order and each once.
    private(set) var addresses: [EmailAddress] = []
    /// The addresses as keys that live as long as the run.
    private(set) var keys: [AddressKey] = []
    /// What was read as something else than it stood in the cell.
    private(set) var repairs: Set<AddressRepair> = []
    /// Why the cell holds no address, if something else stands there.
    private(set) var problem: MalformedAddress?
    var origin: RowOrigin?
    /// Whether the row has more or fewer cells than the header, or quotes that do not close where a cell ends.
    var isRagged = false
    /// By what the person of the row would be found in a registered source.
    var fingerprints: [Fingerprint] = []
    /// Whether the person of the row is listed in a registered source, by address, profile or name and company.
    var isInSource = false
    /// Whether somebody of the row's name is listed in a registered source.
    var isNameInSource = false
    /// What columns tell of the row; blank cells are left out.
    var told: [(fact: Fact, cell: FactCell)] = []
    /// The addresses that stood in no earlier row.
    var firstSeen: [EmailAddress] = []
    private let hasher: KeyedHash

    init(hasher: KeyedHash) { self.hasher = hasher }

    /// Takes in what the record itself tells.
    func read(_ list: Recognition, columns: Int, row: UInt64) {
        number = row
        readAddresses(list.addressColumns.first)
        origin = rowOrigin(list)
        (isInSource, isNameInSource) = (false, false)
        firstSeen.removeAll(keepingCapacity: true)
        isRagged = !record.fits(columns: columns)
    }

    private func readAddresses(_ column: Int?) {
        addresses.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        (repairs, problem, form) = ([], nil, .missing)
        guard let column, column < record.cellCount else { return }
        do throws(MalformedAddress) {
            let cell = try AddressCell(parsing: record.text(column))
            (repairs, form) = (cell.repairs, .valid)
            take(cell.first)
            for address in cell.others { take(address) }
        } catch {
            (form, problem) = error.reason == .empty ? (.missing, nil) : (.malformed, error)
        }
    }

    private func take(_ address: EmailAddress) {
        addresses.append(address)
        keys.append(AddressKey(hash: hasher.hash(address.normalized.utf8.span)))
    }

    /// Finds out whose addresses of the row are.
    func identify(in people: KnownPeople) {
        for place in keys.indices { keys[place].subject = people.ordinal(of: addresses[place]) }
    }

    private func rowOrigin(_ list: Recognition) -> RowOrigin {
        let raw = record.raw
        guard list.mayCarrySignals(raw.span) else { return list.fileOrigin }
        return list.origin(ofRow: { record.text($0) }, count: record.cellCount)
    }
}
