internal import Consent

/// What a header and the records around it say, worked out once for a list.
struct RecognitionDraft {
    let headerIndex: Int?
    let headers: [String]
    let layout: Layout?
    let language: String?
    private(set) var meanings: [ColumnMeaning?] = []
    private(set) var signals: [Signal] = []

    init(_ preview: [[String]], header: HeaderSearch.Header?, catalogue: LayoutCatalogue) {
        headerIndex = header?.index
        headers = header.map { preview[$0.index] } ?? []
        layout = header?.layout
        language = header?.set?.language
        let names = header?.names ?? []
        meanings = names.map { layout?.columns[$0] ?? catalogue.columns.meaning(of: $0) }
        let contacts = preview.dropFirst((header?.index).map { $0 + 1 } ?? 0)
        let width = contacts.lazy.map(\.count).max() ?? 0
        if header == nil { meanings = [ColumnMeaning?](repeating: nil, count: width) }
        for column in meanings.indices { readContent(of: column, contacts: contacts) }
        collectSignals(preview.prefix(header?.index ?? preview.count), layouts: catalogue.layouts)
    }

    /// Lets the content speak where the name of a column says little: a column in which most filled cells are
    /// profile links is kept for them, whatever it is called, and one of JSON objects holds attributes.
    ///
    /// A column of web pages must be full of profiles, and of no known layout: in an address book people's own
    /// pages stand there.
    private mutating func readContent(of column: Int, contacts: ArraySlice<[String]>) {
        let meaning = meanings[column]
        let canTurn: Bool
        switch meaning {
        case nil, .company, .position, .firstName, .lastName, .fullName: canTurn = true
        case .web: canTurn = layout == nil
        default: canTurn = false
        }
        guard canTurn else { return }
        let cells = contacts.compactMap { cells -> String? in
            guard cells.indices.contains(column) else { return nil }
            return cells[column].unicodeScalars.contains { !$0.properties.isWhitespace } ? cells[column] : nil
        }
        let profiles = cells.count { ProfileReference(firstIn: $0)?.isWholeText == true }
        let isFullOfProfiles =
            meaning == .web ? cells.count >= 5 && profiles * 5 >= cells.count * 4 : profiles * 2 > cells.count
        // One link among many contacts may be anybody's remark.
        if isFullOfProfiles, cells.count >= 2 || cells.count == contacts.count, !cells.isEmpty {
            meanings[column] = .profile
        } else if meaning == nil, !cells.isEmpty, cells.allSatisfy(AttributeScan.isObject) {
            meanings[column] = .attributes
        }
    }

    private mutating func collectSignals(_ before: ArraySlice<[String]>, layouts: [Layout]) {
        let preamble = Self.folded(before)
        for layout in layouts {
            guard let implied = layout.implication, layout.preamble.contains(where: preamble.contains) else {
                continue
            }
            signals.append(Signal(.preamble, implied.strength, implied.origin))
        }
        if let layout, let implied = layout.implication {
            signals.append(Signal(.columns, implied.strength, implied.origin, subject: layout.title))
        }
    }

    /// The text of records as one row of letters, so that no break, comma or padding hides a sentence.
    private static func folded(_ records: ArraySlice<[String]>) -> String {
        var result = ""
        for record in records {
            for cell in record {
                for scalar in cell.unicodeScalars {
                    guard let ascii = Lookalikes.ascii(scalar) else { continue }
                    if ascii &- 0x61 < 26 || ascii &- 0x30 < 10 {
                        result.unicodeScalars.append(Unicode.Scalar(ascii))
                    }
                }
            }
        }
        return result
    }
}
