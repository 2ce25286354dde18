package import Tables

/// A newsletter tool, and the exact form in which it imports contacts.
///
/// Read from a file under `Tools`, one for each tool; its keys are described in `Tool+Reading.swift`.
public struct Tool: Sendable {
    /// How the name of the file ends.
    public enum Ending: String, Sendable, CaseIterable {
        /// A table.
        case csv
        /// Lines.
        case txt
    }

    /// Whether cells may stand in quotation marks.
    package enum Quotes: String, Sendable, CaseIterable {
        /// Where RFC 4180, section 2, asks for them.
        case whereNeeded = "where needed"
        /// Nowhere: the tool splits lines at every delimiter, whatever stands around it.
        case never
    }

    /// What the tool can take of a whole file.
    public struct Limits: Sendable {
        /// The most contacts of one import, if there is a limit.
        public let contacts: Int?
        /// The most bytes of one file, if there is a limit.
        public let bytes: Int?
    }

    /// Where a rule of the tool is documented.
    public struct Evidence: Sendable {
        /// How near the source is to those who made the tool.
        public enum Grade: String, Sendable, CaseIterable {
            /// The tool's own code or manual says it.
            case maker = "A"
            /// The maker says a part of it, or an older version said it.
            case inPart = "B"
            /// Somebody else says it.
            case others = "C"
        }

        /// The page or the file.
        public let source: String
        /// The day on which it was read, or the day of the version, as in `2026-11-21`.
        public let date: String
        /// How sure it is.
        public let grade: Grade
        /// What it says that matters here.
        public let says: String
    }

    /// Contacts, and the very bytes of the file that they make.
    package struct Example: Sendable {
        /// Invented contacts.
        package let contacts: [HandOverContact]
        /// The whole file, byte order mark and line ends included.
        package let file: String
    }

    /// A stable word for machines (`listmonk`).
    public let id: String
    /// What it is called.
    public let title: String
    /// How the name of the file ends.
    public let ending: Ending
    /// The columns in their order.
    public let columns: [ToolColumn]
    /// What the tool can take of a whole file.
    public let limits: Limits
    /// What to choose in the tool when importing, in sentences.
    public let instructions: [String]
    /// What to leave alone there, and why, in sentences.
    public let warnings: [String]
    /// Where the rules are documented.
    public let evidence: [Evidence]
    /// How the file is written down.
    package let dialect: Dialect
    /// Whether the first line names the columns.
    package let hasHeader: Bool
    /// Whether cells may stand in quotation marks.
    package let quotes: Quotes
    /// Whether the part of an address before the `@` must be ASCII.
    package let wantsPlainAddresses: Bool
    /// Whether the tool fails on characters beyond the Basic Multilingual Plane and on emoji.
    package let refusesEmoji: Bool
    /// Characters that the tool's reader stumbles over; a space takes their place in names.
    package let replaced: Set<Unicode.Scalar>
    /// One example, which a test runs.
    package let example: Example

    /// Whether any column takes a name.
    public var takesNames: Bool { columns.contains { $0.content.isName } }
}
