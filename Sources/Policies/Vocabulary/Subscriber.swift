/// Whom a mailbox belongs to, as the law of some countries distinguishes (regulation 2(1) PECR).
public enum Subscriber: String, Sendable, CaseIterable {
    /// A person, a sole trader or an ordinary partnership.
    case individual
    /// A company or another legal person.
    case corporate
}

/// On what the right to mail somebody is said to rest.
public enum LegalBasis: String, Sendable, CaseIterable {
    /// Consent (Art. 6(1)(a) GDPR).
    case consent
    /// The exception for own customers (Art. 13(2) of Directive 2002/58/EC).
    case softOptIn = "soft-opt-in"
    /// Implied consent (CASL 10(9) and (10)).
    case implied
    /// Legitimate interests (Art. 6(1)(f) GDPR).
    case legitimateInterest = "legitimate-interest"
    /// That companies may be mailed without consent.
    case businessContact = "business-contact"
}
