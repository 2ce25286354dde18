/// How a company is called, in the forms in which companies of two lists are compared.
///
/// Case, accents, punctuation, the legal form at its end, and an "and" make no difference. What people write who have
/// no employer (`Freelance`, `Self-employed`) is no company: it would make namesakes of strangers.
struct CompanyName {
    /// One form, or two where letters may be written in two ways; empty for no company.
    let forms: [String]

    init(_ text: String, vocabulary: PeopleVocabulary) {
        let joined = String(text.unicodeScalars.lazy.filter { $0 != "." }.map(Character.init))
        var forms: [String] = []
        for words in PlainSpelling.words(of: joined) {
            let name = Self.bare(words, vocabulary).joined()
            guard name.utf8.count > 1, !vocabulary.noCompanies.contains(name), !forms.contains(name) else {
                continue
            }
            forms.append(name)
        }
        self.forms = forms
    }

    /// The words without legal forms at the end, and without `the` and `and`.
    private static func bare(_ words: [Substring], _ vocabulary: PeopleVocabulary) -> [Substring] {
        var words = words.filter { !vocabulary.joints.contains($0) }[...]
        while words.count > 1, let length = legalForm(at: words, vocabulary) {
            words = words.dropLast(length)
        }
        return Array(words)
    }

    /// How many words of a legal form end a name, the longest first; nil if there is none or nothing else.
    private static func legalForm(at words: ArraySlice<Substring>, _ vocabulary: PeopleVocabulary) -> Int? {
        (1...4).reversed().first { length in
            length < words.count
                && vocabulary.legalForms.contains(words.suffix(length).joined(separator: " "))
        }
    }
}
