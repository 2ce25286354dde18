/// Collects the rows of a sheet as they come by (ECMA-376 part 1, section 18.3).
final class SheetReader: XMLHandler {
    /// A row that holds something.
    struct Row {
        var number: Int
        var cells: [String]
    }

    /// Rows that came by and wait to be taken.
    private(set) var rows: [Row] = []
    private let value: CellValue
    private let limits: ContainerLimits
    private var row = Row(number: 0, cells: [])
    private var column = 0
    private var kind = "n"
    private var style: Int?
    private var content: [UInt8] = []
    private var isInData = false
    private var phoneticDepth = 0
    private var gaps = 0

    init(_ value: CellValue, limits: ContainerLimits) {
        self.value = value
        self.limits = limits
    }

    /// Hands over what came by so far.
    func takeRows() -> [Row] {
        defer { rows.removeAll(keepingCapacity: true) }
        return rows
    }

    func begin(_ element: String, _ attributes: XMLAttributes) throws -> Bool {
        switch element {
        case "sheetData": isInData = true
        case "row" where isInData: try beginRow(attributes["r"])
        case "c" where isInData:
            try place(attributes["r"])
            kind = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) }
            content.removeAll(keepingCapacity: true)
        case "v" where isInData: return true
        // Rich text within the cell; how it is pronounced is no part of it.
        case "t" where isInData: return phoneticDepth == 0
        case "rPh": phoneticDepth += 1
        default: break
        }
        return false
    }

    func end(_ element: String, text: [UInt8]) throws {
        switch element {
        case "sheetData": isInData = false
        case "v" where isInData: content = text
        case "t" where isInData && kind == "inlineStr":
            content += text
            guard content.count <= limits.cellBytes else {
                throw ContainerError.tooLarge("A cell of this workbook is too long.")
            }
        case "rPh": phoneticDepth -= 1
        case "c" where isInData: try endCell()
        case "row" where isInData: if !row.cells.isEmpty { rows.append(row) }
        default: break
        }
    }

    private func beginRow(_ reference: String?) throws {
        let number = reference.map { Int($0) ?? 0 } ?? row.number + 1
        guard number > row.number, number <= limits.sheetRows else { throw damage() }
        row = Row(number: number, cells: [])
        column = 0
    }

    private func place(_ reference: String?) throws {
        guard let reference else {
            column += 1
            guard column <= limits.columns else { throw damage() }
            return
        }
        guard let cell = CellReference(reference, limits: limits), cell.row == row.number,
            cell.column > column
        else { throw damage() }
        column = cell.column
    }

    private func endCell() throws {
        guard let text = value.text(content, kind: kind, style: style) else { throw damage() }
        guard !text.isEmpty else { return }
        gaps += column - 1 - row.cells.count
        guard gaps <= limits.gapCells else { throw ContainerError.tooLarge("This sheet is almost all gaps.") }
        while row.cells.count < column - 1 { row.cells.append("") }
        row.cells.append(text)
    }

    private func damage() -> ContainerError {
        .line(
            row.number,
            "This workbook is damaged: the row counted here, or the one behind it, is in disorder.",
            hint: XMLReader.hint)
    }
}
