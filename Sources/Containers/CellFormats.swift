/// What the styles of a workbook say of numbers: which of them are dates (ECMA-376 part 1, section 18.8).
final class CellFormats: XMLHandler {
    private var codes: [Int: NumberFormat] = [:]
    private var styles: [Int] = []
    private var isInCellStyles = false
    private let limits: ContainerLimits

    /// Every number is a number.
    init(limits: ContainerLimits) {
        self.limits = limits
    }

    /// Reads the styles.
    func read(_ input: any ContainerInput) throws {
        try XMLReader(input, handler: self, limits: limits).readAll()
    }

    /// How the numbers of a style are meant.
    func format(ofStyle style: Int) -> NumberFormat {
        guard styles.indices.contains(style) else { return .number }
        return codes[styles[style]] ?? NumberFormat(builtIn: styles[style])
    }

    func begin(_ element: String, _ attributes: XMLAttributes) throws -> Bool {
        switch element {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return false }
            codes[id] = NumberFormat(code: attributes["formatCode"] ?? "")
        case "cellXfs": isInCellStyles = true
        case "xf" where isInCellStyles: styles.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
        default: return false
        }
        guard codes.count <= limits.workbookParts, styles.count <= limits.workbookParts else {
            throw ContainerError.damaged("workbook")
        }
        return false
    }

    func end(_ element: String, text: [UInt8]) {
        if element == "cellXfs" { isInCellStyles = false }
    }
}
