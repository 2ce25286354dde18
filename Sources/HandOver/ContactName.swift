/// The name of a contact, cleaned, in the parts that tools ask for.
struct ContactName {
    private let first: String?
    private let last: String?
    private let full: String?

    /// Takes the name of a contact.
    ///
    /// - Parameter replaced: Characters that a space takes the place of.
    init(_ contact: HandOverContact, replacing replaced: Set<Unicode.Scalar>) {
        let clean = { (text: String?) in text.flatMap { Self.cleaned($0, replacing: replaced) } }
        let (first, last, full) = (
            clean(contact.firstName), clean(contact.lastName), clean(contact.fullName)
        )
        if first == nil, last == nil, let full {
            (self.first, self.last) = Self.parts(of: full)
        } else {
            (self.first, self.last) = (first, last)
        }
        let joined = [first, last].compactMap(\.self).joined(separator: " ")
        self.full = full ?? (joined.isEmpty ? nil : joined)
    }

    /// What a column gets; nil where the list knows nothing.
    func text(for content: ToolColumn.Content) -> String? {
        switch content {
        case .fullName: full
        case .firstName: first
        case .lastName: last
        case .address, .constant, .empty: nil
        }
    }

    /// The first word and the rest.
    ///
    /// With a comma nobody can say which is the family name ("Lovelace, Ada" and "Ada Lovelace, PhD"): the whole then
    /// counts as the family name.
    private static func parts(of full: String) -> (first: String?, last: String?) {
        guard !full.contains(",") else { return (nil, full) }
        let words = full.split(separator: " ", maxSplits: 1).map(String.init)
        return (words.first, words.count > 1 ? words[1] : nil)
    }

    /// The text with single spaces for white space, controls, line breaks and what a tool stumbles over, and without
    /// characters that cannot be seen; nil if nothing is left.
    static func cleaned(_ text: String, replacing replaced: Set<Unicode.Scalar>) -> String? {
        var result = String.UnicodeScalarView()
        var isGap = false
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            if properties.isWhitespace || properties.generalCategory == .control || replaced.contains(scalar)
            {
                isGap = true
            } else if properties.generalCategory == .format, !isJoiner(scalar) {
                continue
            } else {
                if isGap, !result.isEmpty { result.append(" ") }
                isGap = false
                result.append(scalar)
            }
        }
        return result.isEmpty ? nil : String(result)
    }

    /// The joiner and non-joiner are part of how names of Persia and India are spelt.
    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{200C}" || scalar == "\u{200D}"
    }
}
