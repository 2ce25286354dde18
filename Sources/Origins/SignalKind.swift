/// What can be a sign of an origin.
///
/// The raw values stay the same in every version: reports and certificates hold them.
public enum SignalKind: String, Sendable, CaseIterable {
    /// The note that LinkedIn puts before the header.
    case preamble = "linkedin-preamble"
    /// The names of the columns, as a set or in their order.
    case columns = "layout-columns"
    /// A cell that the layout of the file says to look at.
    case layoutMark = "layout-mark"
    /// A link to a profile in a column kept for profiles.
    case profileURL = "linkedin-profile-url"
    /// A link or number that only LinkedIn's tools and programs see, in a column kept for profiles.
    case memberReference = "linkedin-member-reference"
    /// A reference to a person that fills a cell of another column.
    case profileElsewhere = "linkedin-profile-elsewhere"
    /// A reference to a person within a text, or among the person's own web pages.
    case profileInText = "linkedin-profile-in-text"
    /// A name without a link in a LinkedIn column that every installation of a tool has.
    case handle = "linkedin-handle"
    /// A date of connection.
    case connectedOn = "linkedin-connected-on"
    /// Something in a column that only tools that read LinkedIn out have.
    case linkedInColumn = "linkedin-only-column"
    /// Words of a source, a tag or a note.
    case words = "source-words"
    /// The verdict of an address checker.
    case verification = "address-verification"
    /// A campaign, referrer or landing page that names LinkedIn.
    case campaign = "linkedin-campaign"
    /// A visit from LinkedIn that a CRM noticed.
    case webVisit = "linkedin-web-visit"
    /// A click on an advertisement on LinkedIn.
    case adClick = "linkedin-ad-click"
    /// The address stands in a registered source.
    case sourceAddress = "source-address"
    /// The profile stands in a registered source.
    case sourceProfile = "source-profile"
    /// The name stands in a registered source, with the same company.
    case sourceNameCompany = "source-name-company"
    /// The name stands in a registered source, with the same day.
    case sourceNameDate = "source-name-date"
    /// The name stands in a registered source: the same person, or another of that name.
    case sourceName = "source-name"
    /// A sign-up of the person's own: its time, with an IP, a confirmation or a form.
    case ownOptIn = "own-opt-in"
}
