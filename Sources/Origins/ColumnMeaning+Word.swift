extension ColumnMeaning {
    /// The word for it where people and programs read and write it: `email`, `first-name`, `opt-in-ip`.
    ///
    /// It stays the same in every version.
    public var word: String { Self.plainWords[self] ?? Self.parted(rawValue) }

    /// The meaning of a word; nil if there is none.
    public init?(word: String) {
        guard let meaning = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = meaning
    }

    /// Words that are not the case's own name.
    private static let plainWords: [ColumnMeaning: String] = [
        .address: "email", .otherAddress: "other-email", .fullName: "name", .tag: "tags", .ignored: "ignore",
    ]

    /// `optInIP` as `opt-in-ip`; LinkedIn is one word.
    private static func parted(_ name: String) -> String {
        var result = ""
        var wasCapital = true
        for character in name.replacing("linkedIn", with: "linkedin").replacing("LinkedIn", with: "Linkedin")
        {
            if character.isUppercase, !wasCapital { result.append("-") }
            wasCapital = character.isUppercase
            result.append(contentsOf: character.lowercased())
        }
        return result
    }
}
