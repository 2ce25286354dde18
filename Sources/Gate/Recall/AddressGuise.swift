import Consent
import Policies

/// What of an address cell counts for a verdict, beside who it is.
enum AddressGuise: Hashable, Sendable {
    /// One address.
    case address(Mailbox, repair: AddressRepair?)
    /// None, and why.
    case malformed(MalformedAddress.Reason)

    /// A number that no other has.
    var number: UInt16 {
        switch self {
        case .address(let mailbox, let repair):
            let repairs = repair.map { Self.place(of: $0) + 1 } ?? 0
            return Self.place(of: mailbox) | repairs << 4
        case .malformed(let reason): return Self.malformedBit | Self.place(of: reason)
        }
    }

    private static let malformedBit: UInt16 = 1 << 15

    private static func place<Value: CaseIterable & Equatable>(of value: Value) -> UInt16 {
        var place: UInt16 = 0
        for other in Value.allCases {
            if other == value { break }
            place += 1
        }
        return place
    }

    /// Whether a slot holds the same.
    func fits(_ slot: RowSlot) -> Bool {
        switch self {
        case .address(_, let repair):
            slot.addresses.count == 1 && slot.form == .valid && slot.repairs == Set(repair.map { [$0] } ?? [])
        case .malformed(.empty): slot.addresses.isEmpty && slot.form == .missing && slot.problem == nil
        case .malformed(let reason):
            slot.addresses.isEmpty && slot.repairs.isEmpty && slot.form == .malformed
                && slot.problem?.reason == reason
        }
    }
}
