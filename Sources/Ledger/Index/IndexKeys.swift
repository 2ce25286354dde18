import Cryptography

/// The keys of what is derived from the vault, themselves derived from `lookup.key`.
///
/// Files of another ledger, and those that somebody made by hand, do not open under them.
struct IndexKeys {
    /// Under which files are sealed.
    let seal: HMACKey
    /// Under which told facts are encrypted, as they are in the vault.
    let content: SecretKey

    init(_ keys: KeyRing) {
        let root = HMACKey(keys.lookup)
        seal = HMACKey(SecretKey(root.authenticate(Array("consentgate/index/v1/seal".utf8).span)))
        content = SecretKey(root.authenticate(Array("consentgate/index/v1/content".utf8).span))
    }
}
