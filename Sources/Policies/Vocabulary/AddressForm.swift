/// What stands in a row where its address should.
public enum AddressForm: String, Sendable, CaseIterable {
    /// An address that can be one.
    case valid
    /// Something that is no address.
    case malformed
    /// Nothing.
    case missing
}
