import CanonicalJSON
import Cryptography
import MerkleLog

/// A checkpoint as every trail names it.
enum CheckpointSummary {
    static func json(of checkpoint: Checkpoint) -> JSONValue {
        .object(of: [
            "origin": .string(checkpoint.origin), "size": .integer(Int64(clamping: checkpoint.size)),
            "root": .string(checkpoint.root.base64),
        ])
    }
}
