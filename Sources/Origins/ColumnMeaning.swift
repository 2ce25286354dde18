/// What a column of a list is for, whatever it is called.
public enum ColumnMeaning: String, Sendable, CaseIterable {
    /// The address of the contact.
    case address
    /// A further address: a second mailbox, a guess of an enrichment tool.
    case otherAddress
    /// The given name.
    case firstName
    /// The family name.
    case lastName
    /// The whole name in one cell.
    case fullName
    /// The employer.
    case company
    /// The job title; in a football club the place on the field.
    case position
    /// A column kept for profile links: a link to LinkedIn here says where the contact came from.
    case profile
    /// A web page, of the person or of the company: people put their own profile there.
    case web
    /// Where the contact came from, as the list says.
    case source
    /// The kind of traffic that a CRM worked out by itself (`Original Source` of HubSpot).
    case channel
    /// The closer word to ``channel``, and to be read with it (`Original Source Drill-Down 1`).
    case channelDetail
    /// Labels, groups, categories, segments, lists.
    case tag
    /// Free text.
    case note
    /// A JSON object with further columns (`attributes` of listmonk, `Data` of Keila).
    case attributes
    /// Since when the contact has been a LinkedIn connection.
    case connectedOn
    /// A column that nothing but LinkedIn and the tools that read it out fill: member hash, degree, …
    case linkedInOnly
    /// A yes or no to "is a LinkedIn connection".
    case linkedInFlag
    /// What a verification service thought of the address; prospecting tools write it.
    case verification
    /// The way to a landing page: `utm_…`, referrer, the page itself.
    case campaign
    /// A click on an advertisement.
    case adClick
    /// When the person signed up.
    case optInTime
    /// When the person agreed, in a column that says consent by name (`Newsletter Einwilligung am`).
    case consentTime
    /// From which network address the person signed up.
    case optInIP
    /// When the person confirmed; an import sets it too, so it proves nothing alone.
    case confirmTime
    /// From which network address the person confirmed.
    case confirmIP
    /// The form, or its page, at which the person signed up.
    case form
    /// Whether the opt-in was single or double.
    case optInMethod
    /// A yes or no to mail; alone it is never a claim.
    case consentFlag
    /// The wording that the person saw.
    case consentText
    /// The box of a lead form.
    case leadFormConsent
    /// The state in the tool: subscribed, bounced, …
    case status
    /// When the person unsubscribed, or that they did.
    case unsubscribedAt
    /// When mail to the address bounced, or that it did.
    case bouncedAt
    /// When the person complained of a mail, or that they did.
    case complaint
    /// When the tool made the entry.
    case createdAt
    /// Known, and of no use here; takes a meaning away that the name would have elsewhere.
    case ignored
}

extension ColumnMeaning {
    /// Whether a row must be read as soon as the file has such a column: that it is filled says something,
    /// whatever stands in it.
    var asksForEveryRow: Bool {
        switch self {
        case .source, .channel, .channelDetail, .attributes, .connectedOn, .linkedInOnly, .linkedInFlag,
            .verification, .campaign, .adClick, .optInTime, .consentTime, .form:
            true
        default: false
        }
    }

    /// Whether cells of it are never looked at for the origin.
    var isSilent: Bool {
        switch self {
        case .address, .otherAddress, .status, .createdAt, .ignored, .leadFormConsent, .optInMethod,
            .consentFlag, .unsubscribedAt, .bouncedAt, .complaint:
            true
        default: false
        }
    }
}
