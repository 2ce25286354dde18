/// The words that stand in written times, in English, German, French, Spanish, Italian, Portuguese and Dutch.
enum CalendarWords {
    /// The month of a name or of its abbreviation, 1 to 12.
    static func month(_ word: String) -> Int64? {
        guard word.count >= 3, let number = months[word] ?? months[String(word.prefix(4))] else {
            return months[word]
        }
        return number
    }

    /// Whether a word is one that stands beside a time and says nothing of it.
    static func isFiller(_ word: String) -> Bool { fillers.contains(word) || weekdays.contains(word) }

    /// Seconds east of Greenwich of a zone's name.
    ///
    /// Those of RFC 5322 section 4.3 and of Europe; a name that stands for several zones is none.
    static func zone(_ word: String) -> (offset: Int64, isAmerican: Bool)? {
        if let hours = american[word] { return (hours * 3600, true) }
        return european[word].map { ($0 * 3600, false) }
    }

    /// Names by their whole and by the beginnings under which they go, accents left out.
    private static let months: [String: Int64] = {
        let names: [[String]] = [
            [
                "jan", "january", "januar", "janner", "janvier", "janv", "enero", "ene", "gennaio", "gen",
                "janeiro", "januari",
            ],
            [
                "feb", "february", "februar", "fevrier", "fevr", "fev", "febrero", "febbraio", "fevereiro",
                "februari",
            ],
            ["mar", "march", "marz", "mrz", "mars", "marzo", "marco", "maart", "mrt"],
            ["apr", "april", "avril", "avr", "abril", "abr", "aprile"],
            ["may", "mai", "mayo", "maggio", "mag", "maio", "mei"],
            ["jun", "june", "juni", "juin", "junio", "giugno", "giu", "junho"],
            ["jul", "july", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho"],
            ["aug", "august", "aout", "agosto", "ago", "augustus"],
            ["sep", "sept", "september", "septembre", "septiembre", "settembre", "set", "setembro"],
            ["oct", "october", "okt", "oktober", "octobre", "octubre", "ottobre", "ott", "outubro", "out"],
            ["nov", "november", "novembre", "noviembre", "novembro"],
            ["dec", "december", "dez", "dezember", "decembre", "diciembre", "dic", "dicembre", "dezembro"],
        ]
        var months: [String: Int64] = [:]
        for (index, words) in names.enumerated() {
            for word in words { months[word] = Int64(index + 1) }
        }
        return months
    }()

    private static let fillers: Set<String> = [
        "t", "at", "um", "uhr", "a", "le", "el", "il", "om", "alle", "ore", "as", "las", "de", "del", "am",
        "den", "o", "clock", "st", "nd", "rd", "th", "on", "uur",
    ]

    private static let weekdays: Set<String> = [
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "mo", "di", "mi", "do", "fr", "sa", "so",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "lundi",
        "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miercoles",
        "jueves", "viernes", "sabado", "domingo", "lunedi", "martedi", "mercoledi", "giovedi", "venerdi",
        "sabato", "domenica", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ]

    private static let american: [String: Int64] = [
        "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    ]

    private static let european: [String: Int64] = [
        "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2,
        "eet": 2, "eest": 3,
    ]
}
