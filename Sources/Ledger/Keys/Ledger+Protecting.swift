package import Cryptography
import Files

/// What the kek is to be wrapped under from now on.
package enum KeyProtection: Sendable {
    /// Nothing: it lies in the clear.
    case none
    /// A key that is stretched from this passphrase.
    case passphrase(Passphrase, cost: UInt64 = 1 << 17)
    /// The key that this program writes: its absolute path and its arguments.
    case command([String])
    /// The key in this file, by its absolute path.
    case file(String)
}

extension Ledger {
    /// The fewest bytes that a new passphrase may have.
    package static let shortestPassphrase = 8

    /// Where the key comes from that opens the kek; nil where it lies in the clear.
    public var keySource: KeySource? {
        get throws { try translating { try wrappingKeyFile.source() } }
    }

    private var wrappingKeyFile: WrappingKeyFile {
        WrappingKeyFile(path: home.key(.wrapping), unlocking: context.unlocking)
    }

    /// Wraps the kek under a key from elsewhere, or lays it in the clear.
    ///
    /// The kek itself stays, and so does everything under it. The new source is asked first; then one file takes the place
    /// of the other in one step, so that a process that dies leaves the old protection or the new one.
    ///
    /// - Throws: ``LedgerError``; nothing has changed then.
    @discardableResult
    package func protect(by protection: KeyProtection) throws -> KeySource? {
        try appending {
            guard !isKeyChangeUnfinished else {
                throw LedgerError(
                    .key, "A change of kek was not finished.",
                    hint: "Finish it first: consentgate keys rotate kek")
            }
            let source = try asked(protection)
            try wrappingKeyFile.write(keys.wrapping, under: source, random: context.random)
            identities = Self.identities(home)
            return source
        }
    }

    /// Asks a source for its key, so that nothing is wrapped under one that cannot be had again.
    private func asked(_ protection: KeyProtection) throws -> KeySource? {
        switch protection {
        case .none: return nil
        case .passphrase(let passphrase, let cost):
            guard passphrase.byteCount >= Self.shortestPassphrase else {
                throw LedgerError(
                    .weakPassphrase,
                    "The passphrase is shorter than \(Self.shortestPassphrase) characters.",
                    hint: "Take five or more words that do not belong together.")
            }
            let scrypt = try Scrypt.fresh(cost: cost, from: context.random)
            context.unlocking.keep(try scrypt.key(from: passphrase), of: .passphrase(scrypt))
            return .passphrase(scrypt)
        case .command(let words):
            let source = KeySource.command(words)
            context.unlocking.keep(try KeyCommand.key(from: words, within: 60), of: source)
            return source
        case .file(let path):
            guard !path.hasPrefix(Folder.resolved(home.path) + "/") else {
                throw LedgerError(
                    .keysTogether, "The key file lies in the ledger's own folder.",
                    hint: "Put it on another medium: who finds both can read everything.")
            }
            let source = KeySource.file(path)
            context.unlocking.keep(try OuterKeyFile.read(path), of: source)
            return source
        }
    }
}
