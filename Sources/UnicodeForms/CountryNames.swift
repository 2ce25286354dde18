import _FoundationICU

/// What countries are called in lists: two or three letters of ISO 3166-1, or a name in one of five languages.
///
/// ICU knows the names, the one that the toolchain's Foundation brings; nobody should keep such a table by hand.
package struct CountryNames: Sendable {
    /// The languages whose names are known.
    package static let languages = ["en", "de", "fr", "es", "it"]

    /// Codes by what is compared of a name.
    private let codes: [String: String]

    /// Longer texts name no country.
    private static let longestText = 120

    /// The names of countries.
    ///
    /// - Parameter countries: ISO 3166-1 alpha-2, in capitals.
    package init(of countries: [String]) {
        var codes: [String: String] = [:]
        var contested: Set<String> = []
        func add(_ name: String, _ code: String, in language: String) {
            let key = Self.folded(name)
            // French shortens the United States to what others read as the European Union.
            guard key.count > 2 || language == "en", !key.isEmpty else { return }
            if let other = codes.updateValue(code, forKey: key), other != code { contested.insert(key) }
        }
        for language in Self.languages {
            for code in countries {
                for name in Self.names(of: code, in: language) {
                    Self.spellings(of: name, in: language).forEach { add($0, code, in: language) }
                }
            }
        }
        for key in contested { codes[key] = nil }
        // A code of three letters is one whatever the words of a language are, and one of two letters before it.
        for code in countries { if let three = Self.threeLetters(of: code) { codes[three] = code } }
        for code in countries { codes[code.lowercased()] = code }
        self.codes = codes
    }

    /// The code of the country that a text names; nil where it names none.
    package func code(of text: String) -> String? {
        guard text.utf8.count <= Self.longestText else { return nil }
        return codes[Self.folded(text)]
    }

    /// How a name is written too: without umlauts, and with a word for `&`.
    private static func spellings(of name: String, in language: String) -> [String] {
        var spellings = [name]
        if language == "de" {
            spellings.append(
                name.replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
                    .replacing("Ä", with: "Ae").replacing("Ö", with: "Oe").replacing("Ü", with: "Ue"))
        }
        guard name.contains("&") else { return spellings }
        let and = ["en": "and", "de": "und", "fr": "et", "es": "y", "it": "e"][language] ?? "and"
        return spellings + spellings.map { $0.replacing("&", with: and) }
    }

    /// Letters and digits alone, in lower case and without accents.
    private static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in NormalForm.decomposed(text.lowercased()).unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            result.append(scalar)
        }
        return String(result).replacing("ß", with: "ss")
    }

    /// The usual and the short name of a country: `United Kingdom` and `UK`.
    private static func names(of code: String, in language: String) -> [String] {
        [UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT].compactMap { name(of: code, in: language, $0) }
    }

    private static func name(of code: String, in language: String, _ length: UDisplayContext) -> String? {
        var status = U_ZERO_ERROR
        var contexts = [length]
        guard let names = unsafe swift_uldn_openForContext(language, &contexts, 1, &status) else {
            return nil
        }
        defer { unsafe swift_uldn_close(names) }
        var units = [UInt16](repeating: 0, count: longestText)
        let count = unsafe swift_uldn_regionDisplayName(
            names, code, &units, Int32(clamping: units.count), &status)
        guard status.rawValue <= U_ZERO_ERROR.rawValue, (1...units.count).contains(Int(count)) else {
            return nil
        }
        let name = String(decoding: units.prefix(Int(count)), as: UTF16.self)
        // Where ICU has no name, it gives the code back.
        return name == code ? nil : name
    }

    /// The three letters of ISO 3166-1, in lower case.
    private static func threeLetters(of code: String) -> String? {
        guard let letters = unsafe swift_uloc_getISO3Country("und_" + code) else { return nil }
        let text = unsafe String(cString: letters).lowercased()
        return text.utf8.count == 3 ? text : nil
    }
}
