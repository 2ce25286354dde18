import Files
import MerkleLog

/// Reads what a verification is given from outside.
enum VerifierKeyReading {
    /// A verifier key: its text, or a file that holds it.
    static func key(_ textOrFile: String) throws -> VerifierKey {
        let text =
            PrivateFile.exists(textOrFile)
            ? String(decoding: try InputFile.contents(of: textOrFile, limit: 1 << 12), as: UTF8.self)
            : textOrFile
        let line = text.filter { !$0.isNewline }
        guard let key = try? VerifierKey(parsing: line) else {
            throw Complaint(
                "--key is neither a verifier key nor a file with one.",
                hint: "Its form is name+digits+key, as consentgate log key prints it.")
        }
        return key
    }

    /// A signed checkpoint.
    static func checkpoint(_ path: String) throws -> SignedNote {
        let bytes = try InputFile.contents(of: path, limit: 1 << 20)
        guard let note = try? SignedNote(parsing: bytes) else {
            throw Complaint(
                "\(path): this is no checkpoint.", hint: "Name the file checkpoint of an earlier export.")
        }
        return note
    }
}
