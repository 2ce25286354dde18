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
    /// Settles on a key for a folder, follows its changes, and holds the key that lies there against the one that was given.
    ///
    /// - Parameters:
    ///   - given: The key that is trusted; nil for the one that lies in the folder.
    ///   - folder: An exported log or a dossier.
    ///   - known: Changes of the key from elsewhere.
    /// - Returns: The changes that lie in the folder.
    mutating func settle(
        _ given: VerifierKey?, in folder: String, through known: [KeyTransition]
    ) -> [KeyTransition] {
        var problems: [(String, String)] = []
        let transitions = EnclosedTransitions.read(in: folder) { problems.append(($0, $1)) }
        for (name, problem) in problems { find(name, problem) }
        let enclosed = EnclosedKey.read(Path.join(folder, EnclosedKey.fileName))
        if enclosed == nil { find(EnclosedKey.fileName, "it is missing or holds no verifier key") }
        if let given {
            use(given, from: .given, through: transitions + known)
            if let enclosed { hold(enclosed) }
        } else if let enclosed {
            use(enclosed, from: .enclosed, through: transitions + known)
        }
        return transitions
    }

    /// Holds a key that something names against the one that is trusted, and those that follow it.
    private mutating func hold(_ enclosed: VerifierKey) {
        guard let keys, !keys.keys.contains(enclosed) else { return }
        find(EnclosedKey.fileName, "it is not the key that was given")
    }
}
