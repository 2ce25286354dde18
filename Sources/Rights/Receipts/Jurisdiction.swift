/// Where the GDPR is law.
enum Jurisdiction {
    /// The European Economic Area: the Union, Iceland, Liechtenstein and Norway.
    private static let countries = Set(
        "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(
            separator: " "
        ).map(String.init))

    /// Whether a controller of a country is under it by its seat.
    static func isUnderGDPR(_ country: String?) -> Bool { country.map(countries.contains) ?? false }
}
