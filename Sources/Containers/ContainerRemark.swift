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
            // Folders are long and say little; --member takes a name without them.
            let short = names.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
            let shown = Set(short).count == names.count ? short : names
            return
                "\(subject) in this archive: \(PrintableName.list(shown, most: 5)); take one with --member NAME."
        case .furtherSheets(let names, let chosen):
            let subject = names.count == 1 ? "1 further sheet holds" : "\(names.count) further sheets hold"
            return "Only the sheet \(PrintableName(chosen).text) was read; \(subject) something: "
                + "\(PrintableName.list(names)); take one with --member SHEET."
        }
    }
}
