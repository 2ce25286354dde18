/// Entries that do not fit into a bundle, or bytes that are not one.
public struct EntryBundleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What to act on.
    public enum Code: String, Hashable, Sendable {
        /// An entry has more than 65,535 bytes.
        case entryTooLong
        /// A bundle has more than 256 entries.
        case tooManyEntries
        /// The bytes end within an entry.
        case cutOff
    }

    /// What to act on.
    public let code: Code
    /// What was wrong, in plain words.
    public let what: String
    /// The place of the entry in the bundle, from 0, where one entry is at fault.
    public let entry: Int?
    /// What to do next.
    public let hint: String

    /// What was wrong, where, and what to do next, in one line.
    public var description: String {
        "\(entry.map { "entry \($0): " } ?? "")\(what) (\(hint))"
    }

    static func entryTooLong(_ entry: Int) -> EntryBundleError {
        EntryBundleError(
            code: .entryTooLong, what: "the entry is longer than 65,535 bytes", entry: entry,
            hint: "put its digest into the log instead")
    }

    static func cutOff(_ entry: Int) -> EntryBundleError {
        EntryBundleError(
            code: .cutOff, what: "the bundle ends within an entry", entry: entry,
            hint: "the bundle is damaged; fetch it again or restore the log")
    }

    static let tooManyEntries = EntryBundleError(
        code: .tooManyEntries, what: "a bundle has at most 256 entries", entry: nil,
        hint: "split the entries as the tiles of level 0 are split")
}
