import UnicodeForms

extension EmailAddress {
    /// Whether letters of one alphabet pass for those of another, so that two addresses look the same.
    static func hasLettersThatLookAlike(local: String, domain: DomainName) -> Bool {
        isDeceptive(localPart: local) || isDeceptive(domain)
    }

    /// A word that mixes alphabets, or one that looks Latin among others that are.
    private static func isDeceptive(localPart: String) -> Bool {
        guard !localPart.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        let words = localPart.unicodeScalars.split { $0.isASCII && !$0.properties.isAlphabetic }.map(
            String.init)
        return words.contains(where: Alphabets.areMixed)
            || Alphabets.haveLatin(localPart) && words.contains(where: Alphabets.looksLatin)
    }

    /// A label that mixes alphabets, or one that looks Latin under a top level that is.
    private static func isDeceptive(_ domain: DomainName) -> Bool {
        guard domain.unicode != domain.ascii else { return false }
        let labels = domain.unicode.split(separator: ".").map(String.init)
        if labels.contains(where: Alphabets.areMixed) { return true }
        guard let top = labels.last, top.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        return labels.contains(where: Alphabets.looksLatin)
    }
}
