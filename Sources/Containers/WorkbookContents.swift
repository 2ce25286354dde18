/// The sheets that a workbook names, in their order.
final class WorkbookContents: XMLHandler {
    /// A sheet as the workbook names it.
    struct Entry: Hashable, Sendable {
        let name: String
        let reference: String
        let isHidden: Bool
    }

    private(set) var entries: [Entry] = []
    /// Whether days are counted from 1904, as on old Macs.
    private(set) var isSince1904 = false
    private let limits: ContainerLimits

    init(_ input: any ContainerInput, limits: ContainerLimits) throws {
        self.limits = limits
        try XMLReader(input, handler: self, limits: limits).readAll()
    }

    func begin(_ element: String, _ attributes: XMLAttributes) throws -> Bool {
        switch element {
        case "workbookPr": isSince1904 = attributes.isTrue("date1904")
        case "sheet":
            guard entries.count < limits.workbookParts else { throw ContainerError.damaged("workbook") }
            entries.append(
                Entry(
                    name: attributes["name"] ?? "", reference: attributes["id"] ?? "",
                    isHidden: attributes["state"].map { $0 != "visible" } ?? false))
        default: break
        }
        return false
    }

    func end(_ element: String, text: [UInt8]) {}
}
