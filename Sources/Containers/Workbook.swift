import Suggestions

/// A workbook of Excel 2007 and later, read part by part.
final class Workbook {
    /// A sheet with rows and columns.
    struct Sheet: Hashable, Sendable {
        let name: String
        let path: String
        let isHidden: Bool
    }

    /// The sheets in the order of their tabs.
    let sheets: [Sheet]
    let limits: ContainerLimits
    private let archive: ZipArchive
    private let parts: Relationships
    private let isSince1904: Bool
    private var loaded: CellValue?

    /// How many sheets are looked into to find the list.
    private static let mostLookedAt = 50

    /// Opens a workbook; nil if the archive is none.
    ///
    /// - Throws: `unsupported` for the forms that are no XML; `damaged`.
    init?(_ archive: ZipArchive, limits: ContainerLimits) throws {
        if archive.member(named: "xl/workbook.bin") != nil {
            throw ContainerError.unsupported("a binary workbook (.xlsb)")
        }
        if archive.member(named: "content.xml") != nil, archive.member(named: "mimetype") != nil {
            throw ContainerError.unsupported("an OpenDocument file (such as .ods)")
        }
        guard archive.member(named: "[Content_Types].xml") != nil else { return nil }
        let root = try Relationships(of: "", in: archive, limits: limits)
        guard let path = root.path(of: "officeDocument"), let member = archive.member(named: path) else {
            return nil
        }
        if path.lowercased().hasPrefix("word/") || path.lowercased().hasPrefix("ppt/") {
            throw ContainerError.unsupported("an Office document that is no workbook")
        }
        let contents = try WorkbookContents(try archive.open(member), limits: limits)
        parts = try Relationships(of: path, in: archive, limits: limits)
        self.archive = archive
        self.limits = limits
        isSince1904 = contents.isSince1904
        let targets = parts.targets
        sheets = contents.entries.compactMap { entry in
            guard let target = targets[entry.reference], target.kind == "worksheet" else { return nil }
            return Sheet(name: entry.name, path: target.path, isHidden: entry.isHidden)
        }
        guard !sheets.isEmpty else { throw ContainerError.damaged("workbook") }
    }

    /// The sheet that somebody named, without regard to case.
    func sheet(named name: String) throws(ContainerError) -> Sheet {
        let lowered = name.lowercased()
        if let sheet = sheets.first(where: { $0.name == name }) { return sheet }
        if let sheet = sheets.first(where: { $0.name.lowercased() == lowered }) { return sheet }
        let names = sheets.map(\.name)
        throw .unknownMember(name, among: names, nearest: nearestName(to: name, among: names), kind: "sheet")
    }

    /// The first visible sheet that looks like a list, or else holds anything, and the others that do.
    ///
    /// Hidden ones are told of too: they may hold people.
    func chosenSheet(looksLikeList: (Sheet) -> Bool) throws -> (sheet: Sheet, others: [String]) {
        let filled = try sheets.filter { try SheetRows($0, in: self).holdsSomething() }
        let visible = filled.filter { !$0.isHidden }
        let likely = visible.count > 1 ? visible.prefix(Self.mostLookedAt).first(where: looksLikeList) : nil
        guard let chosen = likely ?? visible.first ?? filled.first ?? sheets.first else {
            throw ContainerError.damaged("workbook")
        }
        return (chosen, filled.filter { $0 != chosen }.map { $0.isHidden ? "\($0.name) (hidden)" : $0.name })
    }

    /// The bytes of a sheet.
    func open(_ sheet: Sheet) throws -> ZipMemberInput {
        guard let member = archive.member(named: sheet.path) else { throw ContainerError.damaged("workbook") }
        return try archive.open(member)
    }

    /// Where the cells of a sheet lead to; nil if none leads anywhere.
    func links(of sheet: Sheet) throws -> SheetLinks? {
        let targets = try Relationships(of: sheet.path, in: archive, limits: limits).targets
        guard let links = SheetLinks(targets, limits: limits) else { return nil }
        try XMLReader(try open(sheet), handler: links, limits: limits).readAll()
        return links
    }

    /// Texts and styles, read when the first cell is.
    func values() throws -> CellValue {
        if let loaded { return loaded }
        let texts = SharedTexts(limits: limits)
        if let member = parts.path(of: "sharedStrings").flatMap({ archive.member(named: $0) }) {
            try texts.read(try archive.open(member))
        }
        let formats = CellFormats(limits: limits)
        if let member = parts.path(of: "styles").flatMap({ archive.member(named: $0) }) {
            try formats.read(try archive.open(member))
        }
        let values = CellValue(texts: texts, formats: formats, isSince1904: isSince1904)
        loaded = values
        return values
    }
}
