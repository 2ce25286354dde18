internal import StrictYAML

/// The words around names of people and companies that are no part of them.
struct PeopleVocabulary: Sendable {
    /// Titles and credentials.
    var titles: Set<Substring> = []
    /// Pet names and the names that they are short for.
    var petNames: [Substring: Substring] = [:]
    /// The names that pet names are short for.
    var fullNames: Set<Substring> = []
    /// Legal forms, words with single spaces between.
    var legalForms: Set<String> = []
    /// Words of company names that come and go: `the`, `and`.
    var joints: Set<Substring> = []
    /// What people without an employer write, without spaces.
    var noCompanies: Set<String> = []

    init() {}

    /// Reads `people.yaml`.
    init(reading text: String, file: String) throws(YAMLError) {
        let root = try YAMLDocument.parse(
            text, file: file, packed: EmbeddedFiles.tree(of: text, named: file)
        ).mapping()
        try root.allowOnly(["titles", "pet names", "legal forms", "joints", "no companies"])
        for node in try root.required("titles").list() { titles.formUnion(try node.plainWords().prefix(1)) }
        for (key, value) in try root.required("pet names").mapping().pairs {
            guard let name = try key.plainWords().first else { throw key.error("expected a name") }
            fullNames.insert(name)
            for node in try value.list() { for short in try node.plainWords() { petNames[short] = name } }
        }
        for node in try root.required("legal forms").list() {
            legalForms.insert(try node.plainWords().joined(separator: " "))
        }
        for node in try root.required("joints").list() { joints.formUnion(try node.plainWords()) }
        for node in try root.required("no companies").list() {
            // In both spellings, for they are compared with both.
            for words in PlainSpelling.words(of: try node.nonEmptyText()) {
                noCompanies.insert(words.joined())
            }
        }
    }
}

extension YAMLNode {
    /// The words of a text as names are compared.
    fileprivate func plainWords() throws(YAMLError) -> [Substring] {
        let words = PlainSpelling.leftOut.words(of: try nonEmptyText())
        guard !words.isEmpty else { throw error("expected a word") }
        return words
    }
}
