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

    let log: SecretKey
    let wrapping: SecretKey
    let lookup: SecretKey
    let suppression: SecretKey

    /// Makes the keys of a new ledger.
    static func create(in home: LedgerHome, random: some RandomSource) throws {
        try Folder.make(home.keys, mode: 0o700)
        for name in Name.allCases { try write(try SecretKey.generate(from: random), to: home.key(name)) }
    }

    /// Brings a key to the disk, in a file of its own that only its owner may read.
    static func write(_ key: SecretKey, to path: String) throws {
        let line = Hex.encode(key.exposedBytes()) + "\n"
        try StagedFile.replace(path, with: Array(line.utf8), mode: 0o600, token: "new")
    }

    /// Reads the keys, and refuses them if others may read a file.
    init(of home: LedgerHome) throws {
        log = try Self.read(home.key(.log))
        wrapping = try Self.read(home.key(.wrapping))
        lookup = try Self.read(home.key(.lookup))
        suppression = try Self.read(home.key(.suppression))
    }

    /// Reads one key, and refuses it if others may read its file.
    static func read(_ path: String) throws -> SecretKey {
        guard PrivateFile.exists(path) else {
            throw LedgerError(
                .key, "The key file \(path) is missing.", hint: "Restore the keys folder from its own backup."
            )
        }
        guard let mode = PrivateFile.permissions(path), mode & 0o077 == 0 else {
            throw LedgerError(
                .key, "Others may read the key file \(path).",
                hint: "Run: chmod 600 '\(path)', and think about who has read it.")
        }
        guard let key = try PrivateFile.withSecret(of: path, { SecretKey(line: $0) }) else {
            throw LedgerError(
                .key, "The key file \(path) holds no key.",
                hint: "Restore the keys folder from its own backup.")
        }
        return key
    }
}
