package import Cryptography
import Files

/// A file whose first line is a passphrase, which only its owner may read.
package enum PassphraseFile {
    /// Reads the passphrase.
    ///
    /// - Throws: ``LedgerError/Code/passphraseFile`` where there is none that can be used.
    package static func read(_ path: String) throws -> Passphrase {
        do throws(FileError) {
            let passphrase = try PrivateFile.withSecret(of: path) { bytes -> Passphrase? in
                var end = bytes.indices.first { bytes[$0] == 0x0A } ?? bytes.count
                if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
                return Passphrase(bytes.extracting(0..<end))
            }
            guard let passphrase else {
                throw FileError(.other, path: path, operation: "reading")
            }
            return passphrase
        } catch {
            throw LedgerError(
                .passphraseFile,
                error.code == .other
                    ? "\(path) has no passphrase in its first line, or one over \(Passphrase.greatestByteCount) bytes."
                    : error.description,
                hint: "Write the passphrase into a file that only you may read, in one line.")
        }
    }
}
