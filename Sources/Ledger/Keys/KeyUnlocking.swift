package import Cryptography
import Files
import Synchronization

/// How a process gets at a kek that is wrapped: whom it asks, and what it has opened already.
///
/// Each source is asked once; what it gave is kept, wiped when the last user goes.
public final class KeyUnlocking: Sendable {
    /// Asks for a passphrase; given the key file that it is for.
    package typealias Asking = @Sendable (_ path: String) throws -> Passphrase?

    /// What may be asked for the key of an envelope.
    package struct Means: Sendable {
        /// Gives the passphrase, or nil where nobody can be asked.
        package var passphrase: Asking = { _ in nil }
        /// The program and its arguments that are asked, whatever the envelope names.
        package var command: [String]?
        /// The file that is read, whatever the envelope names.
        package var file: String?
        /// Whether the program that an envelope names is run; not where the envelope came from elsewhere.
        package var runsNamedCommand = true
        /// How long a program may take.
        package var seconds = 60

        /// Means of nobody.
        package init() {}
    }

    private let means: Means
    private let outer = Mutex<[KeySource: SecretKey]>([:])

    package init(_ means: Means = Means()) { self.means = means }

    /// Nobody is asked: a ledger that is protected by a passphrase does not open.
    public static let unattended = KeyUnlocking()

    /// The passphrase stands in the first line of a file that only its owner may read.
    public static func passphraseFile(_ path: String) -> KeyUnlocking {
        var means = Means()
        means.passphrase = { _ in try PassphraseFile.read(path) }
        return KeyUnlocking(means)
    }

    /// The key that a source gave when it was asked.
    func known(_ source: KeySource) -> SecretKey? { outer.withLock { $0[source] } }

    /// Keeps what a source gives.
    func keep(_ key: SecretKey, of source: KeySource) { outer.withLock { $0[source] = key } }

    /// Opens an envelope.
    ///
    /// - Parameters:
    ///   - envelope: What is to be opened.
    ///   - path: The file that holds it, for messages.
    /// - Throws: ``LedgerError/Code/locked`` where nobody can be asked, ``LedgerError/Code/wrongPassphrase`` or
    ///   ``LedgerError/Code/wrongKey`` where the answer does not open it.
    func open(_ envelope: KeyEnvelope, at path: String) throws -> SecretKey {
        if let key = known(envelope.source), let kek = envelope.opened(with: key) { return kek }
        let key = try ask(envelope.source, path)
        guard let kek = envelope.opened(with: key) else { throw LedgerError.wrong(envelope.source, path) }
        keep(key, of: envelope.source)
        return kek
    }

    private func ask(_ source: KeySource, _ path: String) throws -> SecretKey {
        switch source {
        case .passphrase(let scrypt):
            guard let passphrase = try means.passphrase(path) else { throw LedgerError.locked(path) }
            return try scrypt.key(from: passphrase)
        case .command(let named):
            guard let words = means.command ?? (means.runsNamedCommand ? named : nil) else {
                throw LedgerError.strangeCommand(path)
            }
            return try KeyCommand.key(from: words, within: means.seconds)
        case .file(let named): return try OuterKeyFile.read(means.file ?? named)
        }
    }
}
