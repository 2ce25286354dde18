/// How a yes was given.
public enum CollectionMethod: String, Sendable, CaseIterable {
    /// A form on the controller's own site.
    case webForm = "web-form"
    /// A form on the controller's own site, confirmed by a click in a mail; told by the operator, not proven here.
    case doubleOptIn = "double-opt-in"
    /// A signed or ticked sheet of paper.
    case paperForm = "paper-form"
    /// A form shown by an advertising platform, with a box ticked for this purpose.
    case leadForm = "lead-form"
    /// A mail in which the person asks for it.
    case email = "email"
    /// A yes on the telephone.
    case phone = "phone"
    /// A yes from mouth to ear.
    case inPerson = "in-person"
    /// Taken over from another tool's export.
    case imported = "import"
    /// Nobody objected.
    case noObjection = "no-objection"
    /// They never unsubscribed.
    case didNotUnsubscribe = "did-not-unsubscribe"
    /// They opened a mail.
    case openedMail = "opened-mail"
    /// They accepted terms of service.
    case termsAccepted = "terms-accepted"

    /// Whether this is silence or something else that is no yes (GDPR recital 32).
    public var isSilence: Bool {
        switch self {
        case .noObjection, .didNotUnsubscribe, .openedMail, .termsAccepted: true
        default: false
        }
    }

    /// Whether the person acts and the act leaves a form, a sheet or a mail of its own.
    public var leavesForm: Bool {
        switch self {
        case .webForm, .doubleOptIn, .paperForm, .leadForm, .email: true
        default: false
        }
    }

    /// Whether the person gives the address directly to the controller.
    ///
    /// Its source is known then (Art. 13 GDPR).
    public var isDirect: Bool { leavesForm || self == .phone || self == .inPerson }
}
