import Containers
package import Tables

/// Why a list could not be read as one.
///
/// Never holds the content of a cell.
public struct ListError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a program may act on.
    public enum Code: String, Sendable, CaseIterable {
        /// No column holds e-mail addresses.
        case noAddressColumn = "no-email-column"
        /// Several columns may hold them.
        case severalAddressColumns = "several-email-columns"
        /// The named column is not there.
        case unknownColumn = "unknown-column"
        /// The list holds no rows at all.
        case noRows = "no-rows"
        /// The list changed while it was read.
        case listChanged = "list-changed"
        /// What the list is wrapped in cannot be opened, or it does not tell which list is meant.
        case container = "container"
        /// The list cannot be read as a table.
        case unreadable = "unreadable-list"
    }

    /// What a program may act on.
    public let code: Code
    /// What is wrong, in a sentence.
    public let message: String
    /// What to do next, in a sentence.
    public let hint: String

    /// What a reader of tables says, with the list and the place first.
    package init(table error: TableError, in list: String) {
        let line = error.line.map { ", line \($0)" } ?? ""
        let column = error.column.map { ", column \($0)" } ?? ""
        self.init(.unreadable, "\(list)\(line)\(column): \(error.what)", hint: error.hint)
    }

    /// What a reader of containers says, with the file and the place first.
    init(container error: ContainerError, in list: String) {
        let member = error.member.map { ", \($0)" } ?? ""
        let line = error.line.map { ", line \($0)" } ?? ""
        self.init(.container, "\(list)\(member)\(line): \(error.what)", hint: error.hint)
    }

    /// The list is not what it was when it was first read.
    package static func changed(_ list: String) -> ListError {
        ListError(
            .listChanged, "\(list) changed while it was read.",
            hint: "Wait until nobody writes to it, and try again.")
    }

    /// An error with its parts.
    package init(_ code: Code, _ message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// Both sentences.
    public var description: String { "\(message) \(hint)" }
}
