/// Which part of a workbook a reference means (ECMA-376 part 2, section 6.5).
final class Relationships: XMLHandler {
    /// One arrow to another part.
    struct Target: Hashable, Sendable {
        /// The last word of the kind, such as `worksheet`.
        let kind: String
        /// The name of the part.
        let path: String
        /// What is pointed at, as it stands.
        let text: String

        /// Whether it leads to a page of the web.
        var isWebPage: Bool { ["http://", "https://"].contains { text.lowercased().hasPrefix($0) } }
    }

    private(set) var targets: [String: Target] = [:]
    private let folder: String
    private let limits: ContainerLimits

    /// Reads the arrows that start at a part; none if there are none.
    init(of part: String, in archive: ZipArchive, limits: ContainerLimits) throws {
        let parts = part.split(separator: "/").map(String.init)
        folder = parts.dropLast().joined(separator: "/")
        self.limits = limits
        let prefix = folder.isEmpty ? "" : folder + "/"
        guard let member = archive.member(named: "\(prefix)_rels/\(parts.last ?? "").rels") else { return }
        try XMLReader(try archive.open(member), handler: self, limits: limits).readAll()
    }

    /// The first part of a kind.
    func path(of kind: String) -> String? {
        targets.values.filter { $0.kind == kind }.map(\.path).min()
    }

    func begin(_ element: String, _ attributes: XMLAttributes) throws -> Bool {
        guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
            let kind = attributes["Type"]?.split(separator: "/").last
        else { return false }
        guard targets.count < limits.workbookParts else { throw ContainerError.damaged("workbook") }
        targets[id] = Target(kind: String(kind), path: resolved(target), text: target)
        return false
    }

    func end(_ element: String, text: [UInt8]) {}

    /// A reference as the name of a part, without steps up and down.
    private func resolved(_ target: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = parts.popLast() } else { parts.append(step) }
        }
        return parts.joined(separator: "/")
    }
}
