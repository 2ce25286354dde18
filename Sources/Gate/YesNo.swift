/// A cell that answers a question.
struct YesNo: Hashable {
    /// Whether the answer is yes.
    let isYes: Bool

    /// Reads an answer as spreadsheets, tools and people of many languages write it; nil where it is none.
    init?(reading text: String) {
        let word = text.lowercased().filter { !$0.isWhitespace && $0 != "." && $0 != "!" }
        if Self.yes.contains(word) {
            isYes = true
        } else if Self.no.contains(word) {
            isYes = false
        } else {
            return nil
        }
    }

    private static let yes: Set<String> = [
        "yes", "y", "true", "t", "1", "x", "on", "✓", "✔", "✔️", "☑", "☑️", "✅", "ja", "j", "wahr", "waar",
        "oui",
        "vrai", "sí", "si", "sì", "s", "verdadero", "vero", "sim", "verdadeiro", "tak", "prawda", "kyllä",
        "evet", "igen",
        "da",
    ]

    private static let no: Set<String> = [
        "no", "n", "false", "f", "0", "off", "☐", "✗", "✘", "❌", "nein", "falsch", "nee", "onwaar", "non",
        "faux",
        "falso", "não", "nao", "nie", "fałsz", "nej", "nei", "ei", "hayır", "nem", "nu", "ne",
    ]
}
