/// What became of the contacts that were to be handed over.
///
/// `contacts + addressesLeftOut` is the number of contacts that came.
public struct HandOverTally: Hashable, Sendable {
    /// Contacts that stand in the file.
    public internal(set) var contacts: UInt64 = 0
    /// Contacts that stand there without their name, for the tool could not take it as it is.
    public internal(set) var namesLeftOut: UInt64 = 0
    /// Contacts that do not stand there, for the tool does not take such an address.
    public internal(set) var addressesLeftOut: UInt64 = 0
    /// Bytes of the file.
    public internal(set) var bytes: UInt64 = 0
}
