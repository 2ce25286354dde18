package import Containers

/// What a list came in.
public struct Packaging: Hashable, Sendable {
    /// What the list itself is: `plain`, `xlsx`, `vcard`, `json-lines` or `address-lines`.
    public let kind: String
    /// What it lies in, from the outside in: `gzip`, `zip`.
    public let wrappings: [String]
    /// The member of the archive that was taken.
    public let member: String?
    /// The sheet of the workbook that was taken.
    public let sheet: String?
    /// What the user should know about how the list was found, as sentences.
    public let remarks: [String]

    package init(of content: Content?) {
        kind = (content?.kind ?? .plain).rawValue
        wrappings = content?.wrappings.map(\.rawValue) ?? []
        (member, sheet) = (content?.member, content?.sheet)
        remarks = content?.remarks.map(\.text) ?? []
    }

    /// Whether the list was no table, so that the outputs are not its own bytes.
    public var isConverted: Bool { kind != ContainerKind.plain.rawValue }

    /// What it came in, for people: `zip archive, Connections.csv`; empty for a plain table.
    public var text: String {
        var parts: [String] = []
        if wrappings.contains(ContainerKind.gzip.rawValue) { parts.append("gzip") }
        if wrappings.contains(ContainerKind.zip.rawValue) { parts.append("zip archive") }
        if let member { parts.append("member \(member.filter { !$0.isNewline })") }
        switch ContainerKind(rawValue: kind) {
        case .xlsx: parts.append("Excel workbook")
        case .vCard: parts.append("vCard")
        case .jsonLines: parts.append("JSON")
        case .addresses: parts.append("one address a line")
        default: break
        }
        if let sheet { parts.append("sheet \(sheet.filter { !$0.isNewline })") }
        return parts.joined(separator: ", ")
    }
}
