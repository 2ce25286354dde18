import Cryptography
import Files
import MerkleLog

/// What is done about a change of the log's key that a killed process left half-done.
///
/// The log decides: a change that is in it is finished, and one that is not was never answered and is dropped.
struct LogKeySettlement {
    let home: LedgerHome
    let log: LogStore
    let origin: String

    private var place: String { home.nextKey(.log) }

    /// Finishes a change that reached the log; called before `head` is read under the key that lies here.
    ///
    /// - Parameter held: The key that lies in its place.
    /// - Returns: Whether another key lies there now.
    func finish(held: SecretKey) throws -> Bool {
        guard let record = try log.lastOpenRecord(.keyChanged) else { return false }
        guard let change = KeyChangeRecord(record.json) else { throw Registry.unreadable(record) }
        let present = try LogSigner(name: origin, seed: held).verifierKey
        if present == change.to { return false }
        guard present == change.from, try nextKey() == change.to else {
            throw LedgerError(
                .key,
                "The key file \(home.key(.log)) is not the key that signs this log since entry \(record.index).",
                hint:
                    "The log's key was changed, and an older one lies here. Restore the keys folder from its newest backup."
            )
        }
        guard let note = try log.transitionNote(record),
            let checkpoint = try? change.to.verified(note, origin: origin)
        else { throw Registry.unreadable(record) }
        let head = try HeadFile.read(home, key: change.from)
        try HeadFile.require(log, extends: head)
        try HeadFile.write(checkpoint, home: home)
        try install()
        return true
    }

    /// Puts the new key into the place of the old one, and destroys the old one.
    func install(onExchange: () throws -> Void = {}) throws {
        try PrivateFile.exchange(home.key(.log), with: place, onExchange: onExchange)
    }

    /// Destroys what lies beside the key in force: the old one, or a new one that never reached the log.
    ///
    /// Called when `head` was held against the log under the key in force, so that no signature needs the other.
    func drop() throws {
        if PrivateFile.exists(place) { try PrivateFile.destroy(place) }
    }

    /// The key that lies beside the one in force.
    private func nextKey() throws -> VerifierKey? {
        guard PrivateFile.exists(place) else { return nil }
        return try LogSigner(name: origin, seed: KeyFile.read(place)).verifierKey
    }
}
