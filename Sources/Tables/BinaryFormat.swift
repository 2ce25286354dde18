/// Kinds of files that are often handed in for a list, recognised by their first bytes.
enum BinaryFormat: Hashable, Sendable, CaseIterable {
    case excelWorkbook, openDocumentSpreadsheet, zipArchive, oldOffice, pdf, compressed, archive, richText
    case database, parquet, image, utf32

    /// Recognises a file by its beginning; nil if it is none of these.
    init?(recognising bytes: [UInt8]) {
        guard let kind = Self.marks.first(where: { bytes.starts(with: $0.mark) })?.format else { return nil }
        guard kind == .zipArchive else {
            self = kind
            return
        }
        // Office files are zip archives; the names of the files inside stand in clear.
        if Self.contains("opendocument.spreadsheet", in: bytes) {
            self = .openDocumentSpreadsheet
        } else {
            self = Self.contains("xl/", in: bytes) ? .excelWorkbook : .zipArchive
        }
    }

    /// What it looks like, with its article.
    var name: String {
        switch self {
        case .excelWorkbook: "an Excel workbook (.xlsx)"
        case .openDocumentSpreadsheet: "an OpenDocument spreadsheet (.ods)"
        case .zipArchive: "a zip archive"
        case .oldOffice: "an old Office document (such as .xls)"
        case .pdf: "a PDF document"
        case .compressed: "a compressed file"
        case .archive: "an archive"
        case .richText: "a rich text document (.rtf)"
        case .database: "a SQLite database"
        case .parquet: "a Parquet file"
        case .image: "a picture"
        case .utf32: "text in UTF-32"
        }
    }

    /// What its owner can do about it.
    var nextStep: String {
        switch self {
        case .excelWorkbook, .openDocumentSpreadsheet, .oldOffice:
            "Open it in the spreadsheet program and save the sheet as CSV (UTF-8)."
        case .zipArchive, .compressed, .archive:
            "Unpack it first and choose the list inside."
        case .pdf, .image, .richText:
            "Ask for the list as CSV from where it was exported."
        case .database, .parquet:
            "Export the table as CSV (UTF-8)."
        case .utf32:
            "Save the list as UTF-8."
        }
    }

    private static let marks: [(mark: [UInt8], format: BinaryFormat)] = [
        (Array("PK\u{3}\u{4}".utf8), .zipArchive), (Array("PK\u{5}\u{6}".utf8), .zipArchive),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
        (Array("%PDF-".utf8), .pdf), (Array("{\\rtf".utf8), .richText),
        ([0x1F, 0x8B], .compressed), ([0x28, 0xB5, 0x2F, 0xFD], .compressed),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .compressed),
        ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59], .compressed),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive), (Array("Rar!\u{1A}\u{7}".utf8), .archive),
        (Array("SQLite format 3\u{0}".utf8), .database), (Array("PAR1".utf8) + [0x15], .parquet),
        ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
        ([0xFF, 0xFE, 0x00, 0x00], .utf32), ([0x00, 0x00, 0xFE, 0xFF], .utf32),
    ]

    private static func contains(_ name: String, in bytes: [UInt8]) -> Bool {
        let wanted = Array(name.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
    }
}
