package import Consent

/// A look-up file as it lies in a ledger's folder.
package struct LookUpFile: Sendable {
    /// How it stands.
    package enum State: Hashable, Sendable {
        /// It is true, but for a number of log entries that came since and are read beside it.
        case fresh(newer: UInt64)
        /// The vault is not what it was made of, so that the next vetting makes it anew.
        case stale
        /// It is damaged, or none of this ledger's, and made anew likewise.
        case damaged
    }

    /// The purpose that it is about; nil where its name tells none.
    package let purpose: Purpose?
    /// How it stands.
    package let state: State
    /// Bytes.
    package let byteCount: UInt64
    /// How many subjects are filed in it.
    package let subjects: Int
    /// How many subjects were held against the vault, where that was asked for and it is fresh.
    package internal(set) var compared: Int?
    /// How many of them stand otherwise in the vault; nobody but a fault of this program can do that.
    package internal(set) var wrong = 0
}
