/// A column of the file that a tool imports.
public struct ToolColumn: Sendable {
    /// What stands in the column.
    public enum Content: Hashable, Sendable {
        /// The address.
        case address
        /// The whole name.
        case fullName
        /// The given name.
        case firstName
        /// The family name.
        case lastName
        /// The same text in every row.
        case constant(String)
        /// Nothing.
        case empty

        /// Whether it is a name or a part of one.
        var isName: Bool { self == .fullName || self == .firstName || self == .lastName }

        /// The stable word for it.
        public var word: String {
            switch self {
            case .address: "address"
            case .fullName: "fullName"
            case .firstName: "firstName"
            case .lastName: "lastName"
            case .constant: "constant"
            case .empty: "empty"
            }
        }
    }

    /// The longest text that a column holds.
    package struct Length: Hashable, Sendable {
        /// What is counted.
        package enum Unit: String, Sendable, CaseIterable {
            /// Unicode scalars, of which no tool counts fewer.
            case characters
            /// Bytes of UTF-8.
            case bytes
        }

        /// How many.
        package let count: Int
        /// Of what.
        package let unit: Unit

        /// What a column holds of which nothing is known.
        package static let usual = Length(count: 150, unit: .characters)

        /// Whether a text fits.
        package func holds(_ text: String) -> Bool {
            switch unit {
            case .bytes: text.utf8.count <= count
            case .characters: text.unicodeScalars.count <= count
            }
        }
    }

    /// The name of the column, letter for letter.
    public let name: String
    /// What stands in it.
    public let content: Content
    /// The longest text that it holds.
    package let longest: Length
}
