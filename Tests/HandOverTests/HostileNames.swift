import Consent
import HandOver

/// Names that break a careless writer.
enum HostileNames {
    /// As the list has them.
    static let texts = [
        "Ada \"the Countess\" Lovelace", "Lovelace, Ada", "Ada; Lovelace", "Ada\tLovelace", "Ada\r\nLovelace",
        "Ada\u{2028}Lovelace", "=HYPERLINK(\"https://example.org\")", "+1", "-1+1|cmd", "@SUM(A1)",
        "\u{FF1D}1",
        "🦆 Duck", "Ада Лавлейс", "エイダ", "\u{202E}adA", "\u{FEFF}Ada", "a\u{301}\u{200B}da", "'", "\"", "\"\"",
        "\\", "A\\\"", ",", ";;;;", "{{ .Subscriber.Email }}", "<b>Ada</b>",
        String(repeating: "n", count: 5000),
        "", " \u{A0} ",
    ]

    /// Contacts with them as whole names, and as first and last names.
    static func contacts() throws -> [HandOverContact] {
        var contacts: [HandOverContact] = []
        for (number, text) in texts.enumerated() {
            contacts.append(
                HandOverContact(
                    address: try EmailAddress(parsing: "whole\(number)@example.org"), fullName: text))
            contacts.append(
                HandOverContact(
                    address: try EmailAddress(parsing: "parts\(number)@example.org"), firstName: text,
                    lastName: texts[(number + 7) % texts.count]))
        }
        return contacts
    }
}
