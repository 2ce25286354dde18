/// Where a contact came from.
public enum Origin: String, Sendable, CaseIterable {
    /// The user's own LinkedIn connections.
    case linkedinConnection = "linkedin-connection"
    /// LinkedIn in another way: a profile link, a Sales Navigator list, a tag or a lead source that says so.
    case linkedinProfile = "linkedin-profile"
    /// An address book that LinkedIn once took over, out of LinkedIn's own export.
    case linkedinImportedContacts = "linkedin-imported-contacts"
    /// A lead form that LinkedIn showed; a way in, not a connection.
    case linkedinLeadForm = "linkedin-lead-form"
    /// A tool that gathers addresses.
    case scraper
    /// A seller or a broker.
    case purchased
    /// A mailbox or telephone address book.
    case addressBook = "address-book"
    /// A sign-up form or landing page of the controller.
    case signUpForm = "sign-up-form"
    /// A customer database.
    case crm
    /// An event or a handed-over card.
    case event
    /// Nobody can say.
    case unknown

    /// Whether law 2 holds for it: rejected in every policy unless the person gave an explicit opt-in.
    public var isLinkedInSourced: Bool {
        switch self {
        case .linkedinConnection, .linkedinProfile, .linkedinImportedContacts: true
        default: false
        }
    }
}

/// How much a signal says.
public enum SignalStrength: String, Sendable, CaseIterable {
    /// Says against the origin: a campaign tag of a landing page, a ticked lead form.
    case counter
    /// Never decides alone: a column that every installation of a tool has.
    case weak
    /// Adds up with others.
    case medium
    /// Decides unless a counter-signal stands in the same row.
    case strong
    /// Decides.
    case proof
}
