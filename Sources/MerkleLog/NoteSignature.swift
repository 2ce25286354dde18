import Cryptography

/// One signature line of a note, not checked yet.
public struct NoteSignature: Hashable, Sendable {
    /// The name of the key that is said to have signed.
    public let name: String
    /// The id of that key; together with the name it picks a ``VerifierKey``.
    public let keyID: UInt32
    /// The signature itself, without the key id; its shape depends on the algorithm of the key.
    public let bytes: [UInt8]

    /// Puts a signature together.
    ///
    /// - Throws: ``NoteError`` when no key can have this name or the signature has no bytes.
    public init(name: String, keyID: UInt32, bytes: [UInt8]) throws(NoteError) {
        guard NoteSyntax.isName(name) else { throw .malformedName }
        guard !bytes.isEmpty else { throw .malformed("a signature has no bytes") }
        self.name = name
        self.keyID = keyID
        self.bytes = bytes
    }

    /// Reads a signature line without its newline: em dash, space, name, space, Base64.
    init(parsing line: ArraySlice<UInt8>, number: Int) throws(NoteError) {
        let parts = line.dropFirst(NoteSyntax.signaturePrefix.count)
            .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard line.starts(with: NoteSyntax.signaturePrefix), parts.count == 2,
            let name = String(validating: parts[0], as: UTF8.self), NoteSyntax.isName(name),
            let bytes = Base64.decode(utf8: parts[1]), bytes.count > 4
        else { throw .malformed("this is not a signature line", line: number) }
        self.name = name
        keyID = bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }
        self.bytes = Array(bytes[4...])
    }

    /// The line of the note, with its newline.
    public var line: String {
        let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> UInt32(24 - 8 * $0)) }
        return "\u{2014} \(name) \(Base64.encode(id + bytes))\n"
    }
}
