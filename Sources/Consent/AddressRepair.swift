/// What stood around or within an address in a cell, and was read as what was meant.
///
/// Each kind leaves no doubt about the address; where there is doubt, the cell is malformed.
public enum AddressRepair: String, Sendable, CaseIterable, CustomStringConvertible {
    /// Several addresses in one cell.
    case severalAddresses = "several-addresses"
    /// `Jane <jane@example.org>`.
    case displayName = "display-name"
    /// `<jane@example.org>`.
    case angleBrackets = "angle-brackets"
    /// `jane@example.org (Jane)`.
    case comment
    /// `mailto:jane@example.org`.
    case mailLink = "mail-link"
    /// `jane@example.org?subject=Hello`.
    case mailLinkTail = "mail-link-tail"
    /// `jane%40example.org`.
    case percentEncoding = "percent-encoding"
    /// `'jane@example.org'`, or a single quote before it as spreadsheets write it.
    case quotes
    /// `jane\@example.org`.
    case backslash
    /// `jane @ example.org`.
    case spacesAroundAt = "spaces-around-at"
    /// `jane@example.org.`.
    case trailingDot = "trailing-dot"
    /// `jane@example.org;` with nothing behind it.
    case emptyPlaces = "empty-places"
    /// Spaces that are not the plain one, as no-break spaces.
    case unusualSpaces = "unusual-spaces"
    /// Characters that nobody sees: zero-width spaces, soft hyphens, direction marks, byte order marks.
    case invisibleCharacters = "invisible-characters"
    /// Letters in another width or typeface.
    case wideLetters = "wide-letters"

    /// One sentence for people about all cells of this kind.
    public var description: String {
        switch self {
        case .severalAddresses:
            "Several addresses stood in one cell, and each was read; a row passes only if all of them do."
        case .displayName: "Addresses stood in the form Name <address> and were read as the address."
        case .angleBrackets: "Addresses stood in angle brackets and were read without them."
        case .comment: "Addresses stood with a comment in brackets and were read without it."
        case .mailLink: "Addresses stood as mailto: links and were read as the address."
        case .mailLinkTail:
            "Addresses stood with the end of a mail link, as ?subject=, and were read without it."
        case .percentEncoding: "Addresses stood percent-encoded, as in a link, and were decoded."
        case .quotes: "Addresses stood in quotes, or after one, and were read without them."
        case .backslash: "Addresses stood with a backslash before the @ and were read without it."
        case .spacesAroundAt: "Addresses stood with spaces around the @ and were read without them."
        case .trailingDot: "Addresses stood with a dot at their end and were read without it."
        case .emptyPlaces:
            "Cells had commas or semicolons with no address beside them, and those were passed over."
        case .unusualSpaces:
            "Addresses stood with no-break or other unusual spaces and were read without them."
        case .invisibleCharacters: "Addresses held characters that nobody sees and were read without them."
        case .wideLetters:
            "Addresses stood in letters of another width or typeface and were read as plain ones."
        }
    }
}
