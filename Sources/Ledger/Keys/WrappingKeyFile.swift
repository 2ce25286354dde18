import Cryptography
import Files

/// The file of the kek: the key in the clear as in every key file, or an envelope.
struct WrappingKeyFile {
    let path: String
    let unlocking: KeyUnlocking

    /// Reads the kek, and refuses it if others may read its file.
    func read() throws -> SecretKey {
        try KeyFile.check(path)
        guard let envelope = try envelope() else { return try KeyFile.read(path) }
        return try unlocking.open(envelope, at: path)
    }

    /// Where the key comes from that opens it; nil where it lies in the clear.
    func source() throws -> KeySource? {
        try KeyFile.check(path)
        return try envelope()?.source
    }

    /// Puts a kek into the place of what lies there, in one step, under the key of a source that was asked before.
    func write(_ kek: SecretKey, under source: KeySource?, random: some RandomSource) throws {
        let staged = path + ".staged"
        if PrivateFile.exists(staged) { try PrivateFile.destroy(staged) }
        if let source {
            guard let outer = unlocking.known(source) else { throw LedgerError.locked(path) }
            let envelope = try KeyEnvelope(wrapping: kek, under: outer, from: source, random: random)
            try StagedFile.replace(staged, with: envelope.bytes, mode: 0o600, token: "new")
        } else {
            try KeyFile.write(kek, to: staged)
        }
        if PrivateFile.exists(path) {
            try PrivateFile.supersede(path, by: staged)
        } else {
            try PrivateFile.move(staged, to: path)
        }
    }

    /// What the file holds; nil for a key in the clear, which never comes into an array.
    private func envelope() throws -> KeyEnvelope? {
        let isClear = try PrivateFile.withSecret(of: path) { bytes in
            bytes.count < SecretKey.byteCount * 2 + 2 || bytes[0] != UInt8(ascii: "{")
        }
        if isClear { return nil }
        guard let envelope = KeyEnvelope(try PrivateFile.contents(of: path)) else {
            throw KeyFile.unreadable(path)
        }
        return envelope
    }
}
