/// A text with signatures under it (C2SP signed-note), read but not checked: see ``VerifierKey/verify(_:)``.
///
/// The text must not be acted on before a signature of a trusted key was verified.
public struct SignedNote: Hashable, Sendable {
    /// How many bytes a note may have; a checkpoint has some hundred.
    public static let maximumByteCount = 1_000_000

    /// How many signatures a note may have.
    public static let maximumSignatures = 100

    /// The signed text, with the newline at its end and without the empty line that follows it.
    public let text: String

    /// The signature lines in their order, known and unknown keys alike.
    public let signatures: [NoteSignature]

    /// Reads a note.
    ///
    /// - Throws: ``NoteError`` for anything that is not one, byte for byte.
    public init(parsing note: String) throws(NoteError) {
        try self.init(parsing: Array(note.utf8))
    }

    /// Reads a note.
    ///
    /// - Throws: ``NoteError`` for anything that is not one, byte for byte.
    public init(parsing bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= SignedNote.maximumByteCount else { throw .tooLong }
        guard NoteSyntax.isPlain(bytes) else { throw .malformed("the note has control characters in it") }
        guard let empty = SignedNote.lastEmptyLine(of: bytes) else {
            throw .malformed("the note has no empty line before its signatures")
        }
        guard String(validating: bytes, as: UTF8.self) != nil,
            let text = String(validating: bytes[..<empty], as: UTF8.self)
        else { throw .malformed("the note is not UTF-8") }
        guard bytes.count > empty + 1, bytes.last == NoteSyntax.newline else {
            throw .malformed("the note has no signature, or its last line is cut off")
        }

        let textLines = bytes[...empty].count { $0 == NoteSyntax.newline }
        let lines = bytes[(empty + 1)..<(bytes.count - 1)]
            .split(separator: NoteSyntax.newline, omittingEmptySubsequences: false)
        guard lines.count <= SignedNote.maximumSignatures else { throw .tooManySignatures }
        var signatures: [NoteSignature] = []
        for (place, line) in lines.enumerated() {
            signatures.append(try NoteSignature(parsing: line, number: textLines + place + 1))
        }
        self.text = text
        self.signatures = signatures
    }

    /// Puts signatures under a text.
    ///
    /// - Throws: ``NoteError`` when the text does not end in a newline, has control characters in it, or
    ///   there is not at least one signature.
    public init(text: String, signatures: [NoteSignature]) throws(NoteError) {
        guard text.utf8.last == NoteSyntax.newline else {
            throw .malformed("the text does not end in a newline")
        }
        guard NoteSyntax.isPlain(text.utf8) else { throw .malformed("the text has control characters in it") }
        guard !signatures.isEmpty else { throw .malformed("the note has no signature") }
        guard signatures.count <= SignedNote.maximumSignatures else { throw .tooManySignatures }
        self.text = text
        self.signatures = signatures
        guard serialized.utf8.count <= SignedNote.maximumByteCount else { throw .tooLong }
    }

    /// The note as it is stored and sent.
    public var serialized: String { text + "\n" + signatures.map(\.line).joined() }

    /// The note as bytes.
    public var bytes: [UInt8] { Array(serialized.utf8) }

    /// The note with one more signature at its end, such as the cosignature of a witness.
    ///
    /// - Throws: ``NoteError`` when there are too many.
    public func adding(_ signature: NoteSignature) throws(NoteError) -> SignedNote {
        try SignedNote(text: text, signatures: signatures + [signature])
    }

    /// The place of the newline that is the last empty line: the text ends before it, the signatures follow.
    private static func lastEmptyLine(of bytes: [UInt8]) -> Int? {
        bytes.indices.dropFirst().last { place in
            bytes[place] == NoteSyntax.newline && bytes[place - 1] == NoteSyntax.newline
        }
    }
}
