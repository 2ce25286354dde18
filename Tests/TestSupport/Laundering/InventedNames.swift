/// Names and companies to invent people from: few enough that many people share them.
enum InventedNames {
    /// A name as its owner writes it, and as others write it in Latin letters.
    struct Name: Hashable {
        let own: String
        let latin: String
    }

    static let first: [Name] =
        names(
            """
            Anna Anne Maria Marie Julia Laura Sarah Sara Lena Lea Emma Mia Lisa Nina Eva Clara Paula Ida Helena Sofia Sophie
            Thomas Michael Peter Stefan Steven Andreas Martin Daniel David Robert Markus Lukas Jonas Felix Paul Max Simon
            James John William Richard Charles Joseph George Edward Samuel Benjamin Alexander Alex Sascha Oliver Henry Jack
            Jürgen Jörg Björn Günther Käthe Zoë Chloé Amélie François André Hélène Éric José Jesús Ángel María Lucía Iñaki
            João António Conceição Łukasz Paweł Małgorzata Żaneta Søren Jørgen Åsa Håkan Ståle Gyula Ákos Réka Şebnem İbrahim
            Nguyen Minh Yuki Kenji Priya Arjun Fatima Omar Jean-Luc Anna-Lena Marie-Claire
            """)
        + pairs(
            """
            Владимир=Vladimir Сергей=Sergei Юлия=Yulia Ольга=Olga Дмитрий=Dmitry Наталья=Natalya Алексей=Alexey
            Γιώργος=Giorgos Ελένη=Eleni
            """)

    static let last: [Name] =
        names(
            """
            Smith Jones Brown Taylor Wilson Evans Walker Wright Robinson Thompson Hughes Edwards Green Hall Clarke Baker Hill
            Müller Schmidt Schmitt Schneider Fischer Weber Meyer Meier Wagner Becker Schulz Hoffmann Schäfer Koch Bauer
            Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Köhler König Jäger
            Groß Weiß Strauß Dubois Durand Leroy Moreau Lefèvre Bernard Garçon Béranger García Martínez López Sánchez Núñez
            Muñoz Peña Rossi Russo Ferrari Esposito Bianchi Romano Silva Santos Ferreira Pereira Gonçalves Araújo Jansen
            Janssen Visser Bakker Mulder Bos Kowalski Wiśniewski Wójcik Kamiński Nowak Zieliński Sørensen Nygård Ødegård
            Østergaard Åkesson Lindström Öberg Nagy Tóth Szabó Kőszegi Yılmaz Çelik Öztürk Demir Novák Dvořák Černý Procházka
            O'Brien O'Neill D'Angelo Tanaka Suzuki Sharma Gupta Rahman Haddad Meyer-Wolf Smith-Hughes
            """)
        + pairs(
            """
            Иванов=Ivanov Щукин=Shchukin Чайковский=Chaikovsky Хрущёв=Khrushchev Жуков=Zhukov Юрьев=Yuriev
            Παπαδόπουλος=Papadopoulos Γεωργίου=Georgiou
            """)

    private static let companyWords = words(
        """
        Acme Globex Initech Umbrella Hooli Contoso Fabrikam Northwind Tailspin Wingtip Litware Proseware Adatum Lucerne
        Vandelay Wonka Stark Wayne Cyberdyne Tyrell Soylent Massive Virtucon Gringotts Oceanic Duff Prestige Sirius
        """)
    private static let companyEnds = words(
        "Systems Labs Media Energie Logistik Consulting Medien Bäckerei Software Robotics Capital Möbel Design Health"
    )
    private static let forms = [
        "GmbH", "AG", "Inc.", "LLC", "Ltd", "S.A.", "S.p.A.", "B.V.", "SARL", "KG", "Oy", "GmbH & Co. KG",
    ]

    /// 392 companies, each with its legal form.
    static let companies: [(name: String, form: String)] = companyWords.flatMap { word in
        companyEnds.enumerated().map { ("\(word) \($1)", forms[($0 * 5 + word.utf8.count) % forms.count]) }
    }

    /// Another legal form than a given one, or none.
    static func otherForm(than form: String, pick: Int) -> String {
        let others = forms.filter { $0 != form } + [""]
        return others[pick % others.count]
    }

    static let petNames: [String: String] = [
        "Thomas": "Tom", "Michael": "Mike", "Robert": "Bob", "William": "Bill", "Richard": "Rick",
        "James": "Jim",
        "Joseph": "Joe", "Edward": "Ted", "Samuel": "Sam", "Benjamin": "Ben", "Daniel": "Dan",
        "David": "Dave",
    ]

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func names(_ text: String) -> [Name] { words(text).map { Name(own: $0, latin: $0) } }

    private static func pairs(_ text: String) -> [Name] {
        words(text).map { word in
            let parts = word.split(separator: "=")
            return Name(own: String(parts[0]), latin: String(parts[1]))
        }
    }
}
