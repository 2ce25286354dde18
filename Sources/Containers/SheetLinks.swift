/// Where the cells of a sheet lead to (ECMA-376 part 1, section 18.3.1.47).
///
/// Behind "Profile" stands the address of a profile, and nothing of it in the text of the cell. They are listed below the
/// rows, and so the sheet is read once more for them, if it has any.
final class SheetLinks: XMLHandler {
    /// The column of the last cell of the widest row.
    private(set) var width = 0
    /// The most links of one row.
    private(set) var most = 0
    private var links: [Int: [String]] = [:]
    private let targets: [String: Relationships.Target]
    private let limits: ContainerLimits
    private var bytes = 0

    /// Nil where no cell leads out of the workbook.
    init?(_ targets: [String: Relationships.Target], limits: ContainerLimits) {
        self.targets = targets.filter { $0.value.kind == "hyperlink" && $0.value.isWebPage }
        self.limits = limits
        if self.targets.isEmpty { return nil }
    }

    /// The cells of a row, with the links that stand in none of them in columns of their own behind.
    func complete(_ cells: [String], row: Int) -> [String] {
        let hidden = (links[row] ?? []).filter { link in !cells.contains { $0.contains(link) } }
        let gap = Array(repeating: "", count: max(0, width - cells.count))
        let rest = Array(repeating: "", count: most - hidden.count)
        return cells + gap + hidden + rest
    }

    func begin(_ element: String, _ attributes: XMLAttributes) throws -> Bool {
        switch element {
        case "c":
            if let cell = attributes["r"].flatMap({ CellReference($0, limits: limits) }) {
                width = max(width, cell.column)
            }
        case "hyperlink": try note(attributes)
        default: break
        }
        return false
    }

    func end(_ element: String, text: [UInt8]) {}

    private func note(_ attributes: XMLAttributes) throws {
        guard let target = attributes["id"].flatMap({ targets[$0] }),
            let ends = attributes["ref"]?.split(separator: ":"),
            let first = ends.first.flatMap({ CellReference(String($0), limits: limits) }),
            let last = ends.last.flatMap({ CellReference(String($0), limits: limits) }), first.row <= last.row
        else { return }
        // What a whole block of cells leads to says nothing of a single row.
        guard last.row - first.row < 1_000 else { return }
        for row in first.row...last.row {
            guard links[row]?.contains(target.text) != true else { continue }
            links[row, default: []].append(target.text)
            most = max(most, links[row]?.count ?? 0)
            bytes += target.text.utf8.count + 64
        }
        guard bytes <= limits.sharedTextBytes, most <= limits.columns - width else {
            throw ContainerError.tooLarge("The links of this workbook are too many to be held in memory.")
        }
    }
}
