/// A piece of a written time.
enum TimeToken: Hashable {
    /// Digits: their value, how many there are, and whether a blank stands before them.
    case number(Int64, digits: Int, isApart: Bool)
    /// Letters in lower case, without accents.
    case word(String)
    /// Anything else but blanks.
    case sign(Character)

    /// Longer texts are no times.
    static let longestText = 100

    /// Takes a text apart, or gives nil if it can be no time.
    static func tokens(of text: String) -> [TimeToken]? {
        guard text.utf8.count <= longestText else { return nil }
        var tokens: [TimeToken] = []
        var characters = folded(text)[...]
        var isApart = true
        while let first = characters.first {
            if first.isWhitespace || first == "\u{200B}" || first == "\u{FEFF}" {
                isApart = true
                characters.removeFirst()
                continue
            }
            if isDigit(first) {
                let digits = characters.prefix(while: isDigit)
                // Nineteen digits may be more than a number holds, and are no time.
                guard digits.count < 19, let value = Int64(String(digits)) else { return nil }
                tokens.append(.number(value, digits: digits.count, isApart: isApart))
                characters = characters.dropFirst(digits.count)
            } else if first.isLetter {
                let letters = characters.prefix { $0.isLetter }
                tokens.append(.word(String(letters)))
                characters = characters.dropFirst(letters.count)
            } else {
                tokens.append(.sign(first))
                characters.removeFirst()
            }
            isApart = false
        }
        return tokens
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    /// Lower case, accents left out, and the dots of `a.m.` too.
    private static func folded(_ text: String) -> [Character] {
        var result: [Character] = []
        for character in text.lowercased() {
            result.append(accents[character] ?? character)
        }
        let joined = String(result)
        guard joined.contains("m") else { return result }
        return Array(
            joined.replacing("a. m.", with: "am").replacing("p. m.", with: "pm")
                .replacing("a.m.", with: "am").replacing("p.m.", with: "pm"))
    }

    private static let accents: [Character: Character] = [
        "ä": "a", "á": "a", "à": "a", "â": "a", "ã": "a", "é": "e", "è": "e", "ê": "e", "í": "i", "ì": "i",
        "ó": "o", "ò": "o", "ô": "o", "õ": "o", "ö": "o", "ú": "u", "ù": "u", "û": "u", "ü": "u", "ç": "c",
    ]
}
