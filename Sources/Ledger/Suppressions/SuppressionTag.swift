/// The keyed trace of an address or of its hash.
struct SuppressionTag: Hashable {
    /// Of what it was made.
    enum Match: String, CaseIterable {
        /// The address as it is compared everywhere.
        case exact
        /// The address without its `+tag`.
        case loose
        /// The mailbox at a provider that passes over dots.
        case mailbox
        /// The MD5 that somebody made of the address.
        case md5
        /// The SHA-1 that somebody made of the address.
        case sha1
        /// The SHA-256 that somebody made of the address.
        case sha256
    }

    let match: Match
    let bytes: [UInt8]
}
