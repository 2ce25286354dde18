import Files
import MerkleLog

/// A verifier key that lies in a file: one line.
enum EnclosedKey {
    /// The name of the file in exports and dossiers.
    static let fileName = "vkey"

    /// Reads the key, or gives nil where there is none that can be read.
    static func read(_ path: String) -> VerifierKey? {
        guard let bytes = try? InputFile.contents(of: path, limit: 4096),
            let text = String(validating: bytes, as: UTF8.self), text.last == "\n"
        else { return nil }
        return try? VerifierKey(parsing: String(text.dropLast()))
    }

    /// The content of the file.
    static func content(_ key: VerifierKey) -> [UInt8] { Array("\(key.text)\n".utf8) }
}

extension Verification {
    /// Settles on a key for a folder, and holds the one that lies in it against the one that was given.
    mutating func settle(_ given: VerifierKey?, in folder: String) -> VerifierKey? {
        let enclosed = EnclosedKey.read(Path.join(folder, EnclosedKey.fileName))
        if enclosed == nil { find(EnclosedKey.fileName, "it is missing or holds no verifier key") }
        if let given {
            if let enclosed, enclosed != given {
                find(EnclosedKey.fileName, "it is not the key that was given")
            }
            use(given, from: .given)
        } else if let enclosed {
            use(enclosed, from: .enclosed)
        }
        return key
    }
}
