public import Consent
import Files
import Lists

/// Whose claims are to be taken over, for what, and what is known beside the file.
public struct ImportRequest: Sendable {
    /// The list: a file, or `-` for standard input.
    public var list: String
    /// What the people are said to have agreed to.
    public var purpose: Purpose
    /// The tool or system whose export it is; nil for what the columns show.
    public var tool: String?
    /// What the people saw when they agreed, if somebody can say.
    public var wording: WordingReference?
    /// The order of day and month where the columns leave it open.
    public var dateOrder: DateOrder?
    /// Whether only the answer is wanted: nothing is recorded or written.
    public var isDryRun: Bool
    /// Where the rows with their outcomes go, if anywhere.
    public var outcomes: String?
    /// The column of the addresses: a name, or a number from 1.
    ///
    /// Nil lets the program find it.
    public var addressColumn: String?

    /// A request with the necessary; the rest is added.
    public init(list: String, purpose: Purpose) {
        self.list = list
        self.purpose = purpose
        isDryRun = false
    }

    /// What was said about the list, for its reader.
    var options: ListOptions { ListOptions(addressColumn: addressColumn) }

    /// The name of the list without its folder; `stdin` for standard input.
    public var listName: String { list == "-" ? "stdin" : Path.split(list).name }
}
