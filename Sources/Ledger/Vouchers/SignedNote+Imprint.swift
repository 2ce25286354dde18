package import Cryptography
package import MerkleLog

extension SignedNote {
    /// What a timestamp authority stamps of a checkpoint: the SHA-256 of its text, without signatures.
    package var imprint: Digest { SHA256.digest(of: Array(text.utf8)) }
}
