public import Consent
import Files
public import HandOver
public import Lists
public import Policies

/// What is to be vetted, by which policy, and where the answers go.
public struct VettingRequest: Sendable {
    /// Where the accepted rows go.
    public enum Destination: Hashable, Sendable {
        /// Files in a folder; nil for the folder of the list.
        case folder(String?)
        /// The accepted rows alone, to standard output.
        case standardOutput
        /// Nowhere: only the answer is wanted, and the log is not told either.
        case dryRun
    }

    /// The list: a file, or `-` for standard input.
    public var list: String
    /// What the mail is for.
    public var purpose: Purpose
    /// By which policy.
    public var policy: ChosenPolicy
    /// Where the answers go.
    public var destination: Destination
    /// What columns are for, where the user said so; the others the program finds out.
    public var columns: ColumnMap

    /// The tool that imports the accepted contacts, and in whose form they are written too; nil for none.
    public var tool: Tool?

    /// The member of an archive, or the sheet of a workbook, that is meant; nil lets the program find it.
    public var member: String?

    /// What was declared for this list, beside what is remembered of the purpose.
    public var declared: ToldFacts?

    /// A request with all its parts.
    public init(
        list: String, purpose: Purpose, policy: ChosenPolicy, destination: Destination = .folder(nil),
        columns: ColumnMap = ColumnMap(), tool: Tool? = nil, member: String? = nil,
        declared: ToldFacts? = nil
    ) {
        self.list = list
        self.purpose = purpose
        self.policy = policy
        self.destination = destination
        self.columns = columns
        self.tool = tool
        self.member = member
        self.declared = declared
    }

    /// What was said about the list, for its reader.
    var options: ListOptions { ListOptions(columns: columns, member: member) }

    /// The name of the list without its folder; `stdin` for standard input.
    public var listName: String { list == "-" ? "stdin" : Path.split(list).name }

    /// Where each output goes, or nil where there are none.
    func outputPaths() -> OutputPaths? {
        guard case .folder(let wanted) = destination else { return nil }
        let folder = wanted ?? (list == "-" ? "." : Path.split(list).folder)
        let stem = list == "-" ? "stdin" : Path.stem(listName)
        func path(_ ending: String) -> String { Path.join(folder, "\(stem).\(ending)") }
        return OutputPaths(
            folder: folder, accepted: path("accepted.csv"), held: path("held.csv"),
            rejected: path("rejected.csv"),
            report: path("report.html"), certificate: path("certificate.json"),
            handOver: tool.map { path("\($0.id).\($0.ending.rawValue)") })
    }
}

/// The files that a vetting writes.
public struct OutputPaths: Hashable, Sendable {
    let folder: String
    /// Header and accepted rows, byte for byte as they came in.
    public let accepted: String
    /// Held rows, with what to do about each.
    public let held: String
    /// Rejected rows, with why.
    public let rejected: String
    /// A page for people.
    public let report: String
    /// The signed statement.
    public let certificate: String
    /// The accepted contacts in the form of a tool, if one was named.
    public let handOver: String?

    var all: [String] { [accepted, held, rejected, report, certificate] + [handOver].compactMap(\.self) }
}
