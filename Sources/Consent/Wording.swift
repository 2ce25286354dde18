/// One version of the text that people see when they agree.
public struct Wording: Hashable, Sendable {
    /// Which wording, and which version of it.
    public let reference: WordingReference
    /// The language of the text, BCP 47.
    public let language: String
    /// The purposes that the text asks for.
    public let purposes: [Purpose]
    /// The channels that the text asks for.
    public let channels: [Channel]
    /// The text word for word, without the front matter.
    public let text: String
    /// SHA-256 of the whole file as it was published.
    public let digest: ContentDigest
    /// When the text came into use, if told.
    public let validFrom: Instant?
    /// What the text says and how it asked.
    public let checklist: Checklist

    /// How a wording asks; each answer decides a rule.
    public struct Checklist: Hashable, Sendable {
        /// The text names the controller.
        public var controllerNamed: Bool
        /// The text says that one can withdraw at any time.
        public var withdrawalExplained: Bool
        /// The box was ticked before the person came.
        public var preTicked: Bool
        /// One box stood for this and for something else.
        public var bundled: Bool
        /// Without a yes there was no service.
        public var conditional: Bool
        /// The text says what the mail is about; nil where nobody answered.
        public var topicNamed: Bool?
        /// The text speaks of partners or third parties without naming them; nil where nobody answered.
        public var partnersUnnamed: Bool?
        /// The text gives an address or a number of the controller; nil where nobody answered.
        public var contactGiven: Bool?
        /// The text asks for the measuring of opens and clicks too; nil where nobody answered.
        public var trackingCovered: Bool?
        /// Purpose, controller, recipients or rights are others than in the version before; nil where nobody answered.
        public var materialChange: Bool?

        /// A checklist with the answers that every wording gives; the others are unknown.
        public init(
            controllerNamed: Bool, withdrawalExplained: Bool, preTicked: Bool, bundled: Bool,
            conditional: Bool = false
        ) {
            self.controllerNamed = controllerNamed
            self.withdrawalExplained = withdrawalExplained
            self.preTicked = preTicked
            self.bundled = bundled
            self.conditional = conditional
        }
    }

    /// Whether the text begins with two words, the first not that of a link of Markdown, as far as ASCII tells it.
    private var isSurelyProse: Bool {
        var (words, isInWord) = (0, false)
        for byte in text.utf8 {
            if byte >= 0x80 { return false }
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            if !isBlank, !isInWord {
                words += 1
                if words == 1, byte == UInt8(ascii: "[") { return false }
                if words == 2 { return true }
            }
            isInWord = !isBlank
        }
        return false
    }

    /// Whether the text is nothing but a link to a page, which can change.
    public var isLink: Bool {
        if isSurelyProse { return false }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, words.count == 1 || first.hasPrefix("[") else { return false }
        var link = words.joined(separator: " ")[...]
        // [Our privacy notice](https://…) and <https://…> of Markdown.
        if link.hasPrefix("["), let parting = link.firstRange(of: "]("), link.hasSuffix(")") {
            guard link[..<parting.lowerBound].dropFirst().allSatisfy({ $0 != "]" }) else { return false }
            link = link[parting.upperBound...].dropLast()
        } else if link.hasPrefix("<"), link.hasSuffix(">") {
            link = link.dropFirst().dropLast()
        }
        let isOneWord = !link.contains { $0.isWhitespace || $0 == "(" || $0 == "<" }
        return isOneWord && Self.beginnings.contains { link.lowercased().hasPrefix($0) }
    }

    private static let beginnings = ["http://", "https://", "www."]

    /// A wording with all its parts.
    public init(
        reference: WordingReference, language: String, purposes: [Purpose], channels: [Channel] = [.email],
        text: String, digest: ContentDigest, validFrom: Instant?, checklist: Checklist
    ) {
        self.reference = reference
        self.language = language
        self.purposes = purposes
        self.channels = channels
        self.text = text
        self.digest = digest
        self.validFrom = validFrom
        self.checklist = checklist
    }
}

/// A version of a wording by name: `newsletter@1`.
public struct WordingReference: Hashable, Sendable, CustomStringConvertible {
    /// Lower-case letters, digits and inner hyphens.
    public let id: String
    /// From 1 upwards.
    public let version: Int

    /// A reference, or nil if the id or the version cannot be one.
    public init?(id: String, version: Int) {
        guard Identifier.isValid(id), (1...1_000_000).contains(version) else { return nil }
        self.id = id
        self.version = version
    }

    /// Reads `id@version`, or gives nil.
    public init?(parsing text: some StringProtocol) { self.init(reading: String(text)) }

    /// Of one type, for it is read with each event of each contact.
    private init?(reading text: String) {
        guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "@")) else { return nil }
        let number = text[text.utf8.index(after: sign)...]
        guard let version = Int(number), String(version) == number else { return nil }
        self.init(id: String(text[..<sign]), version: version)
    }

    /// `id@version`.
    public var description: String { "\(id)@\(version)" }
}
