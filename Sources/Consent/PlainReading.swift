/// What `PlainAddressReader` makes of a cell.
package enum PlainReading: Hashable, Sendable {
    /// One address; its bytes stand in the buffer.
    case address(PlainAddress)
    /// No address, for the same reason that `AddressCell` would give.
    case malformed(MalformedAddress.Reason)
    /// `AddressCell` has to tell.
    case notPlain
}
