public import Cryptography

/// Where the key comes from that opens a wrapped kek.
public enum KeySource: Hashable, Sendable {
    /// From a passphrase, stretched like this.
    case passphrase(Scrypt)
    /// From the standard output of a program: its absolute path and its arguments.
    case command([String])
    /// From a file elsewhere, by its absolute path.
    case file(String)

    /// A word for it, as programs read it.
    public var name: String {
        switch self {
        case .passphrase: "passphrase"
        case .command: "command"
        case .file: "file"
        }
    }

    /// A few words for it.
    public var words: String {
        switch self {
        case .passphrase: "a passphrase"
        case .command(let words): "the command \(words.first ?? "")"
        case .file(let path): "the key file \(path)"
        }
    }
}
