public import Consent
import Cryptography
import StrictYAML

/// A wording as its author writes it: Markdown, with the answers about it between two lines of `---` at the top.
///
///     ---
///     id: newsletter
///     language: en
///     purposes: [newsletter]
///     controller named: true
///     withdrawal explained: true
///     pre-ticked: false
///     bundled: false
///     ---
///     Yes, send me the monthly newsletter of Example GmbH. I can stop it at any time …
///
/// `conditional`, `valid from` and `channels` may be added, and more answers: `topic named`, `partners unnamed`, `contact
/// given`, `tracking covered`, and `material change` where purpose, controller, recipients or rights are others than in
/// the version before. What is not answered is unknown. Capitals, hyphens, underscores and blanks in the names of the
/// keys make no difference.
public struct WordingFile: Sendable {
    /// The id, without a version: the ledger counts those.
    public let id: String
    /// SHA-256 of the whole file.
    public let digest: ContentDigest

    private let language: String
    private let purposes: [Purpose]
    private let channels: [Channel]
    private let validFrom: Instant?
    private let checklist: Wording.Checklist
    private let text: String

    /// The example that messages show.
    public static let example = """
        ---
        id: newsletter
        language: en
        purposes: [newsletter]
        controller named: true
        withdrawal explained: true
        pre-ticked: false
        bundled: false
        ---
        Yes, send me the monthly newsletter. I can stop it at any time with the link in every mail.

        """

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - name: Its name, for errors.
    /// - Throws: ``LedgerError`` with file, line and column.
    public init(parsing bytes: [UInt8], name: String) throws(LedgerError) {
        do {
            let content = try Self.content(bytes, name)
            let (matter, body) = try Self.split(content, name)
            let keys = try FrontMatter(try YAMLDocument.parse(matter, file: name, firstLine: 2).mapping())
            let text = body.drop { $0.isNewline }
            guard text.contains(where: { !$0.isWhitespace }) else {
                throw YAMLError(
                    file: name, line: 1, column: 1, message: "the wording has no text after the second ---")
            }
            guard let digest = ContentDigest(hex: SHA256.digest(of: bytes).hex) else {
                throw YAMLError(file: name, line: 1, column: 1, message: "the file cannot be hashed")
            }
            id = try keys.id()
            language = try keys.language()
            purposes = try keys.purposes()
            channels = try keys.channels()
            validFrom = try keys.validFrom()
            checklist = try keys.checklist()
            self.text = String(text)
            self.digest = digest
        } catch let error as YAMLError {
            throw LedgerError(
                .invalidWording, error.description, hint: "A wording begins like this:\n\n\(Self.example)")
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError(.invalidWording, "\(name) cannot be read as a wording.", hint: "")
        }
    }

    /// The wording under a version.
    func wording(as reference: WordingReference) -> Wording {
        Wording(
            reference: reference, language: language, purposes: purposes, channels: channels, text: text,
            digest: digest,
            validFrom: validFrom, checklist: checklist)
    }

    private static func content(_ bytes: [UInt8], _ name: String) throws(YAMLError) -> String {
        let withoutMark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard let content = String(validating: withoutMark, as: UTF8.self), !content.utf8.contains(0) else {
            throw YAMLError(
                file: name, line: 1, column: 1, message: "the file is not UTF-8 text",
                hint: "Save it as UTF-8 (Markdown).")
        }
        return content.contains("\r\n")
            ? String(
                content.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n"))
            : content
    }

    private static func split(_ content: String, _ name: String) throws(YAMLError) -> (
        matter: String, body: Substring
    ) {
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            throw YAMLError(
                file: name, line: 1, column: 1,
                message: "the file does not begin with answers between two lines of ---")
        }
        let matter = lines[1..<end].joined(separator: "\n")
        let bodyStart = end + 1 < lines.count ? lines[end + 1].startIndex : content.endIndex
        return (matter, content[bodyStart...])
    }
}
