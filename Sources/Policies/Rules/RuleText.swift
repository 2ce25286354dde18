import StrictYAML

/// What people are told when a rule fires.
public struct RuleText: Sendable, Hashable {
    /// Why, in one or two sentences for the person who brought the list.
    public let reason: String
    /// What mends it.
    ///
    /// Never a mail that asks for consent: that mail is itself marketing.
    public let cure: String

    /// Reads a mapping that has both.
    init(parsing mapping: YAMLMapping) throws(YAMLError) {
        reason = try mapping.required("reason").sentence()
        cure = try mapping.required("cure").sentence()
    }
}

/// The texts of all rules of the catalogue in one language: `texts/en.yaml`.
struct RuleTexts: Sendable {
    let language: Language
    let byRule: [String: RuleText]
    let phrases: [Phrase: String]

    /// Reads a file of texts.
    init(parsing text: String, file: String) throws(YAMLError) {
        let root = try YAMLDocument.parse(
            text, file: file, packed: EmbeddedFiles.tree(of: text, named: file)
        ).mapping()
        try root.allowOnly(["language", "phrases", "rules"])
        language = try root.required("language").name(of: Language.self, what: "language")
        var texts: [String: RuleText] = [:]
        for (key, value) in try root.required("rules").mapping().pairs {
            let mapping = try value.mapping()
            try mapping.allowOnly(["reason", "cure"])
            texts[try RuleCatalogue.id(parsing: key)] = try RuleText(parsing: mapping)
        }
        byRule = texts
        phrases = try Self.phrases(root.required("phrases"))
    }

    /// Every phrase, with the blanks that the gate fills.
    private static func phrases(_ node: YAMLNode) throws(YAMLError) -> [Phrase: String] {
        var phrases: [Phrase: String] = [:]
        for (key, value) in try node.mapping().pairs {
            let phrase = try key.name(of: Phrase.self, what: "phrase")
            let text = try value.sentence()
            for blank in phrase.blanks where !text.contains("{\(blank)}") {
                throw value.error("the phrase \(phrase.rawValue) lacks {\(blank)}")
            }
            phrases[phrase] = text
        }
        if let missing = Phrase.allCases.first(where: { phrases[$0] == nil }) {
            throw node.error("the phrase \(missing.rawValue) is missing")
        }
        return phrases
    }
}
