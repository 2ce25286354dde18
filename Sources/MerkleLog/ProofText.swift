import Cryptography

/// The part that the proof formats share: hashes, one a line, an empty line, and a signed checkpoint.
enum ProofText {
    /// How many hashes a proof can have: one for each level of a tree of 2^64 leaves, and one more at the
    /// start of a consistency proof.
    static let maximumHashes = 65

    /// Reads the hashes up to the empty line.
    static func parseHashes(_ cursor: inout LineCursor) throws(ProofError) -> [Digest] {
        var hashes: [Digest] = []
        while let line = cursor.next() {
            if line.isEmpty { return hashes }
            guard let hash = Base64.decode(utf8: line).flatMap({ Digest(bytes: $0) }) else {
                throw .malformed("this is not the Base64 of a hash", line: cursor.line)
            }
            hashes.append(hash)
            guard hashes.count <= maximumHashes else {
                throw .malformed("no proof has so many hashes", line: cursor.line)
            }
        }
        throw .malformed("the empty line before the checkpoint is missing", line: cursor.line + 1)
    }

    /// Reads what is left as the signed checkpoint.
    static func parseCheckpoint(_ cursor: LineCursor) throws(ProofError) -> SignedNote {
        do {
            return try SignedNote(parsing: cursor.remainder)
        } catch {
            throw .malformedCheckpoint(error, after: cursor.line)
        }
    }

    /// Writes hashes, the empty line and the checkpoint.
    static func serialize(_ hashes: [Digest], _ checkpoint: SignedNote) -> String {
        hashes.map { $0.base64 + "\n" }.joined() + "\n" + checkpoint.serialized
    }
}
