import Testing
import UnicodeForms

@Suite("The name of a country")
struct CountryNamesTests {
    static let countries = [
        "AT", "BA", "BE", "CD", "CH", "CI", "DE", "ES", "FR", "GB", "HK", "IT", "KR", "NE", "NG", "NL", "SE",
        "US",
    ]
    static let names = CountryNames(of: countries)

    @Test(
        "is read as a code, a name or a short name, however it is written",
        arguments: [
            ("DE", "DE"), ("de", "DE"), (" De ", "DE"), ("DEU", "DE"), ("deu", "DE"), ("Germany", "DE"),
            ("GERMANY", "DE"), ("Deutschland", "DE"), ("Allemagne", "DE"), ("Alemania", "DE"),
            ("Germania", "DE"),
            ("Österreich", "AT"), ("OESTERREICH", "AT"), ("Osterreich", "AT"), ("Autriche", "AT"),
            ("Schweiz", "CH"), ("Suisse", "CH"), ("Svizzera", "CH"), ("Suiza", "CH"), ("Switzerland", "CH"),
            ("UK", "GB"), ("U.K.", "GB"), ("United Kingdom", "GB"), ("Vereinigtes Königreich", "GB"),
            ("GBR", "GB"),
            ("US", "US"), ("USA", "US"), ("U.S.A.", "US"), ("United States", "US"),
            ("Vereinigte Staaten", "US"),
            ("España", "ES"), ("espana", "ES"), ("Italia", "IT"), ("Pays-Bas", "NL"), ("Niederlande", "NL"),
            ("Bosnia & Herzegovina", "BA"), ("Bosnia and Herzegovina", "BA"),
            ("Bosnien und Herzegowina", "BA"),
            ("Côte d’Ivoire", "CI"), ("Cote d'Ivoire", "CI"), ("Hong Kong", "HK"), ("Niger", "NE"),
            ("Nigeria", "NG"),
        ])
    func read(text: String, code: String) {
        #expect(Self.names.code(of: text) == code)
    }

    @Test(
        "is not guessed",
        arguments: [
            "", " ", "-", "n/a", "Europe", "Bavaria", "XX", "Germani", "Germany, Berlin", "49", "EU",
            "Swe den 2",
            String(repeating: "Germany", count: 1000),
        ])
    func unread(text: String) {
        #expect(Self.names.code(of: text) == nil)
    }
}
