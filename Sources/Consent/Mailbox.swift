/// Whom a mailbox is for, as far as its name tells.
public enum Mailbox: String, Sendable, CaseIterable {
    /// One person, as far as the name tells.
    case personal
    /// A shared mailbox of a role or a department (rule H01).
    case role
    /// A mailbox for machines and complaints, which must not get newsletters (rule H06, RFC 2142).
    case system

    /// Judges the local part of an address, without its `+tag`.
    public init(of address: EmailAddress) {
        let name = String(address.localPart.prefix { $0 != "+" })
        self = Self.systemNames.contains(name) ? .system : Self.roleNames.contains(name) ? .role : .personal
    }

    /// RFC 2142 sections 2 to 5, and the senders that nobody reads.
    static let systemNames: Set<String> = [
        "abuse", "bounce", "bounces", "devnull", "do-not-reply", "donotreply", "ftp", "hostmaster",
        "mailer-daemon",
        "no-reply", "no.reply", "noc", "noreply", "null", "postmaster", "root", "security", "spam",
        "spamtrap", "trap",
        "usenet", "uucp", "webmaster", "www",
    ]

    /// RFC 2142 section 3, and the names that shared mailboxes have in the languages of the FORMATS samples.
    static let roleNames: Set<String> = [
        "accounting", "accounts", "admin", "administrator", "billing", "booking", "buchhaltung", "careers",
        "compliance",
        "contact", "contacto", "contatti", "contato", "einkauf", "enquiries", "feedback", "finance", "hello",
        "help",
        "helpdesk", "hr", "info", "inquiries", "jobs", "kontakt", "legal", "mail", "marketing", "media",
        "office",
        "orders", "personal", "post", "press", "presse", "privacy", "purchasing", "recruiting", "reception",
        "redaktion", "reservations", "sales", "secretariat", "sekretariat", "service", "shop", "staff",
        "support",
        "team", "verkauf", "vertrieb",
    ]
}
