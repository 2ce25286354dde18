import Cryptography
import Files

/// A file elsewhere whose key opens the kek: 64 hexadecimal digits, with or without a newline.
enum OuterKeyFile {
    /// Reads the key, and refuses it if others may read the file.
    static func read(_ path: String) throws -> SecretKey {
        let hint =
            "It is a file with 64 hexadecimal digits that only you may read: umask 077; openssl rand -hex 32 > FILE. "
            + "Where it lies on another medium, put that in."
        let key: SecretKey?
        do throws(FileError) { key = try PrivateFile.withSecret(of: path) { SecretKey(digits: $0) } } catch {
            throw LedgerError(.key, error.description, hint: hint)
        }
        guard let key else { throw LedgerError(.key, "The key file \(path) holds no key.", hint: hint) }
        return key
    }
}
