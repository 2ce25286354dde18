public import Consent
public import Ledger
public import Lists
public import Origins
public import Policies

/// What a vetting found.
public struct VettingResult: Sendable {
    /// What was read.
    public struct List: Sendable {
        /// The name of the file without its folder.
        public let name: String
        /// SHA-256 of its bytes, as 64 hexadecimal digits.
        public let sha256: String
        /// How many bytes it has.
        public let bytes: UInt64
        /// What the list came in.
        public let packaging: Packaging
        /// `UTF-8`, `UTF-16LE`, `UTF-16BE` or `Windows-1252`.
        public let encoding: String
        /// The character between cells.
        public let delimiter: String
        /// The layout that was recognised, if any.
        public let layout: String?
        /// What that layout is called.
        public let layoutTitle: String?
        /// The physical line of the header, from 1.
        public let headerLine: Int
        /// The name of the column of the addresses, if there is one.
        public let addressColumn: String?
        /// The columns of which it is known what they are for, in their order.
        public let columns: [Column]
        /// The columns that tell facts of which the policy asks or which the user named.
        public let told: [Told]
        /// What the file itself says about where its contacts come from.
        public let signs: [String]
    }

    /// A column, and what it is for.
    public struct Column: Hashable, Sendable {
        /// Its name as it stands; `column 1` and so on in a list without a header.
        public let name: String
        /// Its number, from 1.
        public let number: Int
        /// What it is for.
        public let meaning: ColumnMeaning
        /// By what that is known.
        public let ground: ColumnGround
    }

    /// A column that tells a fact of its contacts.
    public struct Told: Hashable, Sendable {
        /// Its name as it stands.
        public let name: String
        /// Its number, from 1.
        public let number: Int
        /// What it tells.
        public let fact: Fact
        /// By what that is known.
        public let ground: ColumnGround
    }

    /// What a rule found that warns, gives a basis, or is about the whole list: told once, with how many contacts it is
    /// about.
    public struct Note: Hashable, Sendable {
        /// The rule.
        public let rule: Rule
        /// For how many contacts it fired; for one that gives a basis, how many were accepted.
        public let count: UInt64
        /// Whether it also decided that contacts stay out, and so is told among the reasons too.
        public let hasDecided: Bool
    }

    /// Contacts whose country the list did not tell.
    public struct CountryTaken: Hashable, Sendable {
        /// The controller's, which was taken for theirs.
        public let country: String
        /// How many contacts it was.
        public let contacts: UInt64
    }

    /// Something that is told and changes nothing.
    public struct Warning: Hashable, Sendable {
        /// A stable word for it.
        public let code: String
        /// What it is about, for people.
        public let text: String
        /// How many cells or rows it is about, where that has a meaning.
        public let count: UInt64?
    }

    /// The name of the record in the log, or nil where the log was not told.
    public internal(set) var run: RecordID?
    /// What was read.
    public let list: List
    /// What the mail is for.
    public let purpose: Purpose
    /// By which policy.
    public let policy: ChosenPolicy
    /// When.
    public let vettedAt: Instant
    /// The counts.
    public let tally: Tally
    /// What rules found that kept nobody out, or the same for the whole list.
    public let notes: [Note]
    /// What is told and changes nothing.
    public let warnings: [Warning]
    /// Whose country was taken to be the controller's, if the policy asks for countries.
    public let countryTaken: CountryTaken?
    /// The files that were written, or nil.
    public let outputs: OutputPaths?
    /// The accepted contacts in the form of a tool, if one was named.
    public let handOver: HandOver?
    /// The policy that was adopted when the list was vetted, if one was.
    public let adopted: AdoptedPolicy?
    /// The facts about the sending for which the policy asks and that nobody has declared.
    public let undeclared: [Fact]

    /// Whether the list was vetted by the adopted policy; nil where none is adopted.
    public var isByAdoptedPolicy: Bool? { adopted.map { $0.sha256 == policy.sha256 } }
}
