public import Cryptography

/// The public key of a log or a witness, with the name it signs under (C2SP signed-note, verifier keys).
///
/// Written as `name+keyid+base64`, for example `ledger.example/consent+6cb6d688+AX7F…`. What a signature
/// proves is only as good as the way by which this key reached whoever checks.
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
    /// The name of the key; a log's is its origin.
    public let name: String
    /// The first four bytes of `SHA-256(name || 0A || algorithm || public key)`.
    public let keyID: UInt32
    /// How the key signs.
    public let algorithm: SignatureAlgorithm
    /// The public key.
    public let key: VerifyingKey

    /// Names a key.
    ///
    /// - Throws: ``NoteError`` when no key can have this name.
    public init(name: String, algorithm: SignatureAlgorithm, key: VerifyingKey) throws(NoteError) {
        guard NoteSyntax.isName(name) else { throw .malformedName }
        self.init(trustedName: name, algorithm: algorithm, key: key)
    }

    /// Reads the one line that a verifier key is written as.
    ///
    /// - Throws: ``NoteError`` when it cannot be read, or its key id is not the one of its name and bytes.
    public init(parsing text: String) throws(NoteError) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = String(parts[0]), NoteSyntax.isName(name),
            let bytes = Base64.decode(Substring(parts[2])), let type = bytes.first
        else { throw .malformedKey }
        guard let algorithm = SignatureAlgorithm(rawValue: type) else { throw .unknownAlgorithm }
        guard let key = VerifyingKey(bytes: bytes.dropFirst()) else { throw .malformedKey }
        self.init(trustedName: name, algorithm: algorithm, key: key)
        // There is one spelling of a key id: eight lower-case digits.
        guard keyIDText.utf8.elementsEqual(parts[1]) else { throw .keyIDMismatch }
    }

    private init(trustedName name: String, algorithm: SignatureAlgorithm, key: VerifyingKey) {
        self.name = name
        self.algorithm = algorithm
        self.key = key
        let named = Array(name.utf8) + [NoteSyntax.newline, algorithm.rawValue] + key.bytes
        keyID = SHA256.digest(of: named).bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The key as it is written: `name+keyid+base64`.
    public var text: String {
        "\(name)+\(keyIDText)+\(Base64.encode([algorithm.rawValue] + key.bytes))"
    }

    /// The same as ``text``.
    public var description: String { text }

    /// Tells whether a signature line claims to be of this key, by name and key id.
    public func isNamed(by signature: NoteSignature) -> Bool {
        signature.keyID == keyID && NoteSyntax.isSame(signature.name, name)
    }

    /// Checks that this key has signed the note; signatures of other keys are ignored.
    ///
    /// - Throws: ``NoteError`` when the note has no signature of this key, or one that does not hold, even
    ///   next to one that does.
    public func verify(_ note: SignedNote) throws(NoteError) {
        let claims = note.signatures.filter(isNamed(by:))
        guard !claims.isEmpty else { throw .unsigned }
        for claim in claims {
            switch algorithm {
            case .ed25519:
                guard key.isValid(signature: claim.bytes, for: Array(note.text.utf8)) else {
                    throw .invalidSignature
                }
            case .cosignature:
                try Cosignature(parsing: claim).verify(text: note.text, key: self)
            }
        }
    }

    /// The key id as it stands in the text: eight hexadecimal digits.
    public var keyIDText: String {
        Hex.encode((0..<4).map { UInt8(truncatingIfNeeded: keyID >> UInt32(24 - 8 * $0)) })
    }
}
