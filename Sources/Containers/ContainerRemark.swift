/// What a user should know about how a list was found.
package enum ContainerRemark: Hashable, Sendable {
    /// Other lists that lie in the archive.
    case furtherLists([String])
    /// Other sheets that hold something.
    case furtherSheets([String], chosen: String)

    /// The remark as a sentence.
    package var text: String {
        switch self {
        case .furtherLists(let names):
            let subject = names.count == 1 ? "1 further list lies" : "\(names.count) further lists lie"
            return "\(subject) in this archive: \(PrintableName.list(names)); take one with --member NAME."
        case .furtherSheets(let names, let chosen):
            let subject = names.count == 1 ? "1 further sheet holds" : "\(names.count) further sheets hold"
            return "Only the sheet \(PrintableName(chosen).text) was read; \(subject) something: "
                + "\(PrintableName.list(names)); take one with --member SHEET."
        }
    }
}
