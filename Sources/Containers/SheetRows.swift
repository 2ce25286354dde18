/// The rows of a sheet from its first on, gaps included: record and row have the same number.
final class SheetRows: RowSource {
    private let sheet: Workbook.Sheet
    private let workbook: Workbook
    private var reader: SheetReader?
    private var xml: XMLReader?
    private var links: SheetLinks?
    private var waiting: [SheetReader.Row] = []
    private var taken = 0
    private var lastNumber = 0
    /// As wide as the widest row so far, so that a table has not a ragged right side for want of values.
    private var width = 0

    init(_ sheet: Workbook.Sheet, in workbook: Workbook) {
        self.sheet = sheet
        self.workbook = workbook
    }

    func nextRow() throws -> ContainerRow? {
        while taken == waiting.count {
            guard try fetch() else { return nil }
        }
        let row = waiting[taken]
        lastNumber += 1
        // A gap is made only when something follows it: sheets are often formatted down to their very end.
        if row.number > lastNumber { return ContainerRow(cells: [], place: .row(lastNumber)) }
        taken += 1
        let cells = links?.complete(row.cells, row: row.number) ?? row.cells
        width = max(width, cells.count)
        let padding = Array(repeating: "", count: width - cells.count)
        return ContainerRow(cells: cells + padding, place: .row(row.number))
    }

    func rewind() {
        (reader, xml, links, waiting, taken, lastNumber, width) = (nil, nil, nil, [], 0, 0, 0)
    }

    /// Whether any cell holds anything.
    func holdsSomething() throws -> Bool {
        defer { rewind() }
        return try nextRow() != nil
    }

    private func open(handing reader: SheetReader) throws -> XMLReader {
        XMLReader(try workbook.open(sheet), handler: reader, limits: workbook.limits)
    }

    private func fetch() throws -> Bool {
        do {
            let reader = try self.reader ?? SheetReader(workbook.values(), limits: workbook.limits)
            if self.xml == nil { links = try workbook.links(of: sheet) }
            let xml = try self.xml ?? open(handing: reader)
            (self.reader, self.xml) = (reader, xml)
            let goesOn = try xml.step()
            waiting = reader.takeRows()
            taken = 0
            return goesOn || !waiting.isEmpty
        } catch let error as ContainerError {
            throw error.within(PrintableName(sheet.name).text)
        }
    }
}
