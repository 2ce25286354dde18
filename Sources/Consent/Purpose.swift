/// What mail is for, of one controller, over one channel: `newsletter`.
public struct Purpose: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Lower-case letters, digits and inner hyphens, at most 64.
    public let id: String

    /// Reads an id, or gives nil where it is not of that form.
    public init?(_ id: some StringProtocol) {
        guard Identifier.isValid(id) else { return nil }
        self.id = String(id)
    }

    private init(known id: String) { self.id = id }

    /// The purpose that every ledger knows: the newsletter, by e-mail.
    public static let newsletter = Purpose(known: "newsletter")

    /// All e-mail of this controller, which an objection may stand against.
    ///
    /// Art. 21(2) GDPR.
    public static let everything = Purpose(known: "*")

    /// Alphabetical order.
    public static func < (a: Purpose, b: Purpose) -> Bool { a.id < b.id }

    /// The id.
    public var description: String { id }
}

/// The way by which mail reaches a person.
public enum Channel: String, Sendable, CaseIterable {
    /// Electronic mail, the one that this program vets lists for.
    case email
    /// Text messages.
    case sms
    /// Calls.
    case phone
    /// Letters.
    case post
}

/// The form of the ids of purposes and wordings.
enum Identifier {
    static func isValid(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        guard (1...64).contains(bytes.count), let first = bytes.first, let last = bytes.last,
            first != UInt8(ascii: "-"), last != UInt8(ascii: "-")
        else { return false }
        return bytes.allSatisfy { byte in
            byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
}
