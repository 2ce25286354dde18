import Synchronization
import _FoundationICU

/// What countries are called in lists: two or three letters of ISO 3166-1, or a name in one of five languages.
///
/// ICU knows the names, the one that the toolchain's Foundation brings; nobody should keep such a table by hand. Most
/// lists have codes, and so the names are put together when the first text comes that is none.
package final class CountryNames: Sendable {
    /// The languages whose names are known.
    package static let languages = ["en", "de", "fr", "es", "it"]

    /// The countries by their codes in lower case.
    private let countries: [String: String]
    /// Codes by what is compared of a name; nil before they were needed.
    private let names = Mutex<[String: String]?>(nil)

    /// Longer texts name no country.
    private static let longestText = 120

    /// The names of countries.
    ///
    /// - Parameter countries: ISO 3166-1 alpha-2, in capitals.
    package init(of countries: [String]) {
        self.countries = Dictionary(countries.map { ($0.lowercased(), $0) }) { first, _ in first }
    }

    /// The code of the country that a text names; nil where it names none.
    package func code(of text: String) -> String? {
        guard text.utf8.count <= Self.longestText else { return nil }
        let folded = Self.folded(text)
        // A code of two letters is one whatever the words of a language are.
        if let code = countries[folded] { return code }
        return names.withLock { names in
            let known = names ?? Self.names(of: countries.values.sorted())
            names = known
            return known[folded]
        }
    }

    /// Codes by what is compared of the names of their countries.
    private static func names(of countries: [String]) -> [String: String] {
        var codes: [String: String] = [:]
        var contested: Set<String> = []
        func add(_ name: String, _ code: String, in language: String) {
            let key = folded(name)
            // French shortens the United States to what others read as the European Union.
            guard key.count > 2 || language == "en", !key.isEmpty else { return }
            if let other = codes.updateValue(code, forKey: key), other != code { contested.insert(key) }
        }
        for language in languages {
            // The usual and the short name of a country: `United Kingdom` and `UK`.
            for length in [UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT] {
                forEachName(of: countries, in: language, length) { code, name in
                    spellings(of: name, in: language).forEach { add($0, code, in: language) }
                }
            }
        }
        for key in contested { codes[key] = nil }
        // A code of three letters is one whatever the words of a language are.
        for code in countries { if let three = threeLetters(of: code) { codes[three] = code } }
        return codes
    }

    /// How a name is written too: without umlauts, and with a word for `&`.
    private static func spellings(of name: String, in language: String) -> [String] {
        var spellings = [name]
        if language == "de", name.utf8.contains(where: { $0 >= 0x80 }) {
            spellings.append(
                name.replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
                    .replacing("Ä", with: "Ae").replacing("Ö", with: "Oe").replacing("Ü", with: "Ue"))
        }
        guard name.utf8.contains(UInt8(ascii: "&")) else { return spellings }
        let and = ["en": "and", "de": "und", "fr": "et", "es": "y", "it": "e"][language] ?? "and"
        return spellings + spellings.map { $0.replacing("&", with: and) }
    }

    /// Letters and digits alone, in lower case and without accents.
    private static func folded(_ text: String) -> String {
        if let folded = foldedASCII(text) { return folded }
        var result = String.UnicodeScalarView()
        for scalar in NormalForm.decomposed(text.lowercased()).unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            result.append(scalar)
        }
        return String(result).replacing("ß", with: "ss")
    }

    /// The same of a text that is all ASCII, which most are; nil for others.
    private static func foldedASCII(_ text: String) -> String? {
        var letters: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                letters.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
            case 0x80...: return nil
            default: break
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Calls a body with the name of each country in a language, where it has one.
    private static func forEachName(
        of countries: [String], in language: String, _ length: UDisplayContext,
        _ body: (_ code: String, _ name: String) -> Void
    ) {
        var status = U_ZERO_ERROR
        var contexts = [length]
        guard let names = unsafe swift_uldn_openForContext(language, &contexts, 1, &status) else { return }
        defer { unsafe swift_uldn_close(names) }
        var units = [UInt16](repeating: 0, count: longestText)
        for code in countries {
            status = U_ZERO_ERROR
            let count = unsafe swift_uldn_regionDisplayName(
                names, code, &units, Int32(clamping: units.count), &status)
            guard status.rawValue <= U_ZERO_ERROR.rawValue, (1...units.count).contains(Int(count)) else {
                continue
            }
            let name = String(decoding: units.prefix(Int(count)), as: UTF16.self)
            // Where ICU has no name, it gives the code back.
            if name != code { body(code, name) }
        }
    }

    /// The three letters of ISO 3166-1, in lower case.
    private static func threeLetters(of code: String) -> String? {
        guard let letters = unsafe swift_uloc_getISO3Country("und_" + code) else { return nil }
        let text = unsafe String(cString: letters).lowercased()
        return text.utf8.count == 3 ? text : nil
    }
}
