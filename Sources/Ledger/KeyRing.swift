import Cryptography
import Files

/// The four keys of a ledger, each in a file of its own that only its owner may read.
package struct KeyRing: Sendable {
    /// The files under `keys`.
    package enum Name: String, CaseIterable, Sendable {
        /// The Ed25519 seed that signs checkpoints.
        case log = "log.key"
        /// The key under which the keys of threads are wrapped.
        case wrapping = "kek"
        /// The key of the blind index over addresses.
        case lookup = "lookup.key"
        /// The key of the suppression tags.
        case suppression = "suppress.key"
    }

    private(set) var log: SecretKey
    let wrapping: SecretKey
    let lookup: SecretKey
    let suppression: SecretKey

    /// Makes the keys of a new ledger.
    static func create(in home: LedgerHome, random: some RandomSource) throws {
        try Folder.make(home.keys, mode: 0o700)
        for name in Name.allCases {
            try KeyFile.write(try SecretKey.generate(from: random), to: home.key(name))
        }
    }

    /// Reads the keys, and refuses them if others may read a file.
    init(of home: LedgerHome, _ unlocking: KeyUnlocking) throws {
        log = try KeyFile.read(home.key(.log))
        wrapping = try WrappingKeyFile(path: home.key(.wrapping), unlocking: unlocking).read()
        lookup = try KeyFile.read(home.key(.lookup))
        suppression = try KeyFile.read(home.key(.suppression))
    }

    /// The same with another key of the log.
    mutating func takeOver(log key: SecretKey) { log = key }
}
