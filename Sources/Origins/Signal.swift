public import Consent

/// One sign of where a contact came from, or where it did not.
public struct Signal: Hashable, Sendable {
    /// What was seen.
    public let kind: SignalKind
    /// How much it says.
    public let strength: SignalStrength
    /// Of which origin it is a sign; for a counter-signal the way by which the contact came instead.
    public let origin: Origin
    /// The column it stands in, from 0; nil for a sign of the whole file.
    public let column: Int?
    /// The name of the column, the title of the layout, or what the user calls the source; never the content of a cell.
    public let subject: String?

    /// What was seen, as a word that stays the same in every version (`linkedin-profile-url`).
    public var id: String { kind.rawValue }

    /// One sign.
    ///
    /// - Parameter subject: For people: a name of a column or the title of a layout, never a cell.
    package init(
        _ kind: SignalKind, _ strength: SignalStrength, _ origin: Origin, column: Int? = nil,
        subject: String? = nil
    ) {
        self.kind = kind
        self.strength = strength
        self.origin = origin
        self.column = column
        self.subject = subject
    }

    /// What was seen, for people; it names columns and tools and no content of cells.
    public var text: String {
        let place = subject ?? column.map { "\($0 + 1)" } ?? ""
        switch kind {
        case .preamble: return "the file begins with LinkedIn's own note on exported connections"
        case .columns: return "the columns are those of \(place)"
        case .layoutMark: return "column `\(place)` stands for \(origin.rawValue) in lists of this tool"
        case .profileURL: return "column `\(place)` holds a link to a LinkedIn profile"
        case .memberReference: return "column `\(place)` holds LinkedIn's internal name of a member"
        case .profileElsewhere:
            return "column `\(place)` holds a LinkedIn profile, though it is not kept for it"
        case .profileInText: return "a LinkedIn profile is mentioned in column `\(place)`"
        case .handle: return "column `\(place)` is filled"
        case .connectedOn: return "column `\(place)` says since when you have been connected"
        case .linkedInColumn: return "column `\(place)`, which only tools that read LinkedIn fill, is filled"
        case .words: return "column `\(place)` \(claim)"
        case .verification: return "column `\(place)` holds the verdict of an address checker"
        case .campaign: return "column `\(place)` says that a link on LinkedIn led to a page of yours"
        case .webVisit: return "column `\(place)` says that a visit from LinkedIn led to a page of yours"
        case .adClick: return "column `\(place)` says that an advertisement was clicked"
        case .sourceAddress: return "listed in \(place) (same address)"
        case .sourceProfile: return "listed in \(place) (same profile)"
        case .sourceNameCompany where strength == .medium:
            return "somebody with a like name and the same company is listed in \(place)"
        case .sourceNameCompany: return "listed in \(place) (same name and company)"
        case .sourceNameDate: return "listed in \(place) (same name and day)"
        case .sourceName: return "somebody of this name is listed in \(place)"
        case .ownOptIn: return "the row has its own time and place of a sign-up (column `\(place)`)"
        }
    }

    /// What the words of a cell come to.
    private var claim: String {
        switch (strength, origin.isLinkedInSourced) {
        case (.counter, _): "says that LinkedIn was the way to a form"
        case (.weak, true): "mentions LinkedIn"
        case (_, true): "says that the contact is from LinkedIn"
        default: "says that the contact is from: \(origin.rawValue)"
        }
    }
}
