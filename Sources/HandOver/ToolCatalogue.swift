package import StrictYAML
import Suggestions

/// The tools to which contacts can be handed over.
///
/// Adding a tool is adding a file with its example under `Tools`; no code knows any tool by name.
public struct ToolCatalogue: Sendable {
    /// The tools in the order of their ids.
    public let tools: [Tool]

    /// The ids of the tools of the program, in alphabetical order.
    public static let names: [String] = EmbeddedFiles.all.map { String($0.name.dropLast(".yaml".count)) }
        .sorted()

    /// The catalogue that is compiled into the program.
    ///
    /// Read once per process. Throws what is wrong with a file of it, which the tests keep from happening.
    public static var shipped: ToolCatalogue {
        get throws { try readShipped.get() }
    }

    private static let readShipped = Result<ToolCatalogue, YAMLError> { () throws(YAMLError) in
        try ToolCatalogue(files: EmbeddedFiles.all)
    }

    /// Reads a catalogue, a tool in every file.
    ///
    /// Refused, with the place and the nearest known name: unknown keys and words, a tool without an example, a source
    /// or a column for the address, and a file that is not named after its tool.
    package init(files: [(name: String, text: String)]) throws(YAMLError) {
        var tools: [Tool] = []
        for (name, text) in files { tools.append(try Tool(reading: text, file: name)) }
        self.tools = tools.sorted { $0.id < $1.id }
    }

    /// The tool of an id, in whatever case.
    ///
    /// - Throws: ``HandOverError`` with the nearest id.
    public func tool(_ id: String) throws(HandOverError) -> Tool {
        if let tool = tools.first(where: { $0.id == id.lowercased() }) { return tool }
        let ids = tools.map(\.id)
        let near = nearestName(to: id, among: ids).map { "Did you mean \"\($0)\"? " } ?? ""
        let shown = id.contains("@") ? "…" : String(id.prefix(60).filter { !$0.isNewline })
        throw HandOverError(
            code: .unknownTool, message: "The tool \"\(shown)\" is not known.",
            hint: near + "Known are: \(ids.joined(separator: ", ")).")
    }
}
