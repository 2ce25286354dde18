import UnicodeForms

/// How an address is reduced where a no is looked up.
///
/// A yes needs the exact address. A no also matches loosely: a false hit there costs one reader, a false hit on a yes
/// a complaint.
extension EmailAddress {
    /// The address without its `+tag`, which most providers deliver to the same mailbox.
    package var withoutTag: String { "\(untaggedLocalPart)@\(domain)" }

    /// The mailbox at Gmail, where dots do not count and the two domains are one; nil at any other provider.
    package var dotlessMailbox: String? {
        guard Self.dotlessDomains.contains(String(domain)) else { return nil }
        return untaggedLocalPart.filter { $0 != "." } + "@gmail.com"
    }

    /// The forms in which another tool may have hashed the address, each once.
    ///
    /// Tools hash what they have: trimmed and in lower case, its domain as people write it. Whoever left by another
    /// spelling of the mailbox left, too.
    package var hashedForms: [String] {
        var forms = [normalized, withoutTag]
        if domain.contains("xn--"), let name = DomainName(String(domain)) {
            forms += [localPart, untaggedLocalPart].map { "\($0)@\(name.unicode)" }
        }
        if let dotless = dotlessMailbox {
            forms += [dotless, dotless.prefix { $0 != "@" } + "@googlemail.com"]
        }
        var seen: Set<String> = []
        return forms.filter { seen.insert($0).inserted }
    }

    /// Domains of providers that pass over dots, all of which lead to the same mailbox.
    private static let dotlessDomains: Set<String> = ["gmail.com", "googlemail.com"]

    /// A name that is nothing but a tag stays whole, for it is no tag of anybody.
    private var untaggedLocalPart: Substring {
        let name = localPart.prefix { $0 != "+" }
        return name.isEmpty ? localPart : name
    }
}
