/// A reference to one person on LinkedIn, found in a text.
///
/// Read as such: links of any spelling (country hosts, no scheme, capitals, tracking parameters,
/// percent-encoding, look-alike letters, wrapped in another link), short links, and LinkedIn's own names for
/// members (URNs). No references are pages of companies, schools, showcases, jobs, groups, posts and events,
/// the directory `/pub/dir/`, and other hosts: `notlinkedin.com` is another host, and so is
/// `linkedin.com.evil.example`, whoever owns it. A host that only *looks* like LinkedIn's (`linkedіn.com` with
/// a Cyrillic letter, `1inkedin.com`) counts as LinkedIn's: nobody writes it but to get past a reader.
public struct ProfileReference: Hashable, Sendable {
    /// By which way the reference names the person.
    public enum Kind: String, Sendable, CaseIterable {
        /// `/in/…`, which members hand out themselves.
        case publicProfile = "public-profile"
        /// `/pub/…`, its form until 2015 or so.
        case formerProfile = "former-profile"
        /// A page of Sales Navigator, Recruiter or Talent: only their users get to see it.
        case tool
        /// A member's number or hash (`urn:li:member:…`, `ACw…`): only programs get to see it.
        case member
        /// `lnkd.in/…`, which may lead to anything on LinkedIn.
        case shortLink = "short-link"
    }

    /// By which way.
    public let kind: Kind
    /// The same text for all spellings of one reference: the last name of the path in lower case; of a member
    /// hash the hash as it is, for its case counts; `member:…` for a number, `lnkd.in/…` for a short link.
    public let slug: String
    /// Whether the text holds nothing else.
    public let isWholeText: Bool

    /// Whether nobody hands it out: it was taken out of LinkedIn by one of its tools or a program.
    public var isInternal: Bool { kind == .tool || kind == .member }

    /// The first reference within a text, or nil if there is none.
    public init?(firstIn text: String) {
        guard SignalPrefilter.references.mayMatch(text) else { return nil }
        let reader = ProfileReader(text)
        guard let found = reader.firstReference() else { return nil }
        self.init(found.kind, found.slug, isWholeText: reader.isOneWord)
    }

    /// What a cell of a column that is kept for profiles refers to: also a bare path or a bare member hash,
    /// which would mean nothing elsewhere.
    public init?(dedicatedCell text: String) {
        if let reference = ProfileReference(firstIn: text) {
            self = reference
            return
        }
        guard SignalPrefilter.references.mayMatch(text) else { return nil }
        guard let found = ProfileReader(text).barePath() else { return nil }
        self.init(found.kind, found.slug, isWholeText: true)
    }

    private init(_ kind: Kind, _ slug: String, isWholeText: Bool) {
        self.kind = kind
        self.slug = slug
        self.isWholeText = isWholeText
    }
}
