package import Policies
import StrictYAML

/// The sentences of receipts and letters in one language.
package struct Words: Sendable {
    /// Which language.
    package let language: Language
    private let texts: [String: String]

    /// The sentences that came with the program; read once a language.
    ///
    /// - Throws: What is wrong with their file, which the tests keep from happening.
    package static func of(_ language: Language) throws -> Words {
        guard let words = shipped[language] else {
            throw RightsError(
                .texts, "There are no texts in the language \(language.rawValue).",
                hint: "Choose another with --language.")
        }
        return try words.get()
    }

    private static let shipped: [Language: Result<Words, YAMLError>] = {
        var shipped: [Language: Result<Words, YAMLError>] = [:]
        for language in Language.allCases {
            let name = "\(language.rawValue).yaml"
            guard let text = EmbeddedFiles.all.first(where: { $0.name == name })?.text else { continue }
            shipped[language] = Result { () throws(YAMLError) in
                try Words(parsing: text, file: name, language: language)
            }
        }
        return shipped
    }()

    private init(parsing text: String, file: String, language: Language) throws(YAMLError) {
        let root = try YAMLDocument.parse(
            text, file: file, packed: EmbeddedFiles.tree(of: text, named: file)
        ).mapping()
        var texts: [String: String] = [:]
        for (key, value) in root.pairs { texts[try key.nonEmptyText()] = try value.nonEmptyText() }
        if let missing = Phrase.allCases.first(where: { texts[$0.rawValue] == nil }) {
            throw root.node.error("the phrase \(missing.rawValue) is missing")
        }
        self.language = language
        self.texts = texts
    }

    /// A phrase that has no blanks.
    subscript(phrase: Phrase) -> String { texts[phrase.rawValue] ?? "" }

    /// A phrase with its blanks filled; what fills one is never looked at for another.
    func callAsFunction(_ phrase: Phrase, _ blanks: KeyValuePairs<String, String>) -> String {
        var filled = ""
        var rest = self[phrase][...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            filled += rest[..<start]
            let name = rest[rest.index(after: start)..<end]
            filled += blanks.first { $0.key == name }?.value ?? ""
            rest = rest[rest.index(after: end)...]
        }
        return filled + rest
    }

    /// The phrase for a name of a closed list; the name itself where there is none.
    func name(_ family: PhraseFamily, _ name: String) -> String {
        texts["\(family.rawValue)-\(name)"] ?? name
    }

    /// Every name, and what stands there.
    package var all: [String: String] { texts }
}
