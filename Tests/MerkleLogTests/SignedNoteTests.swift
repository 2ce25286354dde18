import Cryptography
import MerkleLog
import Testing

@Suite("A signed note")
struct SignedNoteTests {
    struct Vectors: Decodable {
        struct Note: Decodable {
            let name, noteBase64, result: String
            let vkeys, verified, unverified: [String]
            let text: String?
        }
        let notes: [Note]
    }

    static let text =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    static let line =
        "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"

    @Test("is judged as all 14 vectors of Go and C2SP want it")
    func vectors() throws {
        let notes = try Fixture.decode("signed-note/notes.json", as: Vectors.self).notes
        #expect(notes.count == 14)
        for vector in notes {
            let bytes = try #require(Base64.decode(vector.noteBase64))
            let keys = try vector.vkeys.map { try VerifierKey(parsing: $0) }
            let outcome = judge(bytes, by: keys)
            #expect(outcome.result == vector.result, "\(vector.name)")
            #expect(outcome.verified == vector.verified, "\(vector.name)")
            #expect(outcome.unverified == vector.unverified, "\(vector.name)")
            #expect(outcome.text == vector.text, "\(vector.name)")
        }
    }

    @Test("is written as it was read")
    func roundTrip() throws {
        let note = try SignedNote(parsing: Self.text + "\n" + Self.line + Self.line)
        #expect(note.text == Self.text)
        #expect(note.signatures.count == 2)
        #expect(note.serialized == Self.text + "\n" + Self.line + Self.line)
        #expect(note.bytes == Array(note.serialized.utf8))
        let signature = note.signatures[0]
        #expect(
            try NoteSignature(name: signature.name, keyID: signature.keyID, bytes: signature.bytes)
                == signature)
        #expect(try SignedNote(text: note.text, signatures: note.signatures) == note)
        #expect(try note.adding(signature).signatures.count == 3)
    }

    @Test("ends its text at the last empty line")
    func takesLastEmptyLine() throws {
        let text = "one\n\n\u{2014} not a signature\n\n\n"
        #expect(try SignedNote(parsing: text + "\n" + Self.line).text == text)
    }

    @Test(
        "is refused when a signature line is not spelt as it must be",
        arguments: [
            "\u{2014} a\n", "\u{2014} a \n", "\u{2014}  x08go/ZJ\n", "\u{2014} a  x08go/ZJ\n",
            "- a x08go/ZJ\n", "\u{2014}a x08go/ZJ\n",
            "\u{2014} a x08go/Z\n", "\u{2014} a x08goA==\n", "\u{2014} a x08go/ZJ \n",
            "\u{2014} a+b x08go/ZJ\n",
            "\u{2014} a\u{A0}b x08go/ZJ\n", "\u{2014} a x08go/ZJ\r\n", "\u{2014} a x08go/ZJ", "\n", "",
        ])
    func refusesLines(line: String) {
        let error = #expect(throws: NoteError.self) { try SignedNote(parsing: "text\n\n" + line) }
        #expect(error?.code == .malformed)
        guard line.count > 1 else { return }
        #expect(throws: NoteError.self) { try SignedNote(parsing: "text\n\n" + line + Self.line) }
    }

    @Test("is refused with the line at fault")
    func namesLine() {
        let error = #expect(throws: NoteError.self) {
            try SignedNote(parsing: "one\ntwo\n\n\(Self.line)nonsense\n")
        }
        #expect(error?.line == 5)
        #expect(
            error?.description == "line 5: this is not a signature line "
                + "(the note is damaged or not a signed note; get it again)")
    }

    @Test("may have 100 signatures and a million bytes")
    func limits() throws {
        let note = try SignedNote(parsing: Self.text + "\n" + String(repeating: Self.line, count: 100))
        #expect(throws: NoteError.self) { try note.adding(note.signatures[0]) }
        let long = String(repeating: "a", count: SignedNote.maximumByteCount) + "\n"
        let error = #expect(throws: NoteError.self) { try SignedNote(parsing: long + "\n" + Self.line) }
        #expect(error?.code == .tooLong)
        #expect(throws: NoteError.self) { try SignedNote(text: long, signatures: note.signatures) }
    }

    @Test(
        "cannot be put together out of what could not be read",
        arguments: ["", "no newline", "bell\u{7}\n", "a\r\n"])
    func refusesTexts(text: String) throws {
        let signature = try NoteSignature(name: "a", keyID: 1, bytes: [1])
        #expect(throws: NoteError.self) { try SignedNote(text: text, signatures: [signature]) }
        #expect(throws: NoteError.self) { try SignedNote(text: "text\n", signatures: []) }
    }

    @Test(
        "has no signature of a key without a proper name",
        arguments: ["", "a b", "a+b", "a\nb", "a\u{2003}b", "\u{1}"])
    func refusesNames(name: String) throws {
        #expect(throws: NoteError.self) { try NoteSignature(name: name, keyID: 1, bytes: [1]) }
        #expect(throws: NoteError.self) { try NoteSignature(name: "a", keyID: 1, bytes: []) }
        let key = try #require(VerifyingKey(bytes: [UInt8](repeating: 1, count: 32)))
        #expect(throws: NoteError.self) { try VerifierKey(name: name, algorithm: .ed25519, key: key) }
    }

    private struct Outcome {
        var result = "ok"
        var verified: [String] = []
        var unverified: [String] = []
        var text: String?
    }

    /// Opens a note as Go's `note.Open` does: every known key must hold, at least one must be known.
    private func judge(_ bytes: [UInt8], by keys: [VerifierKey]) -> Outcome {
        guard let note = try? SignedNote(parsing: bytes) else { return Outcome(result: "malformed") }
        var outcome = Outcome()
        for key in keys {
            do {
                try key.verify(note)
                outcome.verified.append(key.name)
            } catch  where error.code == .unsigned {
                continue
            } catch {
                return Outcome(result: "invalid")
            }
        }
        guard !outcome.verified.isEmpty else { return Outcome(result: "unverified") }
        for signature in note.signatures where !keys.contains(where: { $0.isNamed(by: signature) }) {
            if !outcome.unverified.contains(signature.name) { outcome.unverified.append(signature.name) }
        }
        outcome.text = note.text
        return outcome
    }
}
