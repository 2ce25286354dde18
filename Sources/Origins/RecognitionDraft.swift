internal import Consent

/// What a header and the records around it say, worked out once for a list.
struct RecognitionDraft {
    let headerIndex: Int?
    let firstRow: Int
    let headers: [String]
    let layout: Layout?
    let language: String?
    private(set) var meanings: [ColumnMeaning?] = []
    private(set) var grounds: [ColumnGround?] = []
    private(set) var addressColumns: [Int] = []
    private(set) var signals: [Signal] = []

    private let catalogue: LayoutCatalogue
    private let names: [ColumnName]

    init(_ preview: [[String]], header: HeaderSearch.Header?, firstRow: Int, catalogue: LayoutCatalogue) {
        self.catalogue = catalogue
        self.firstRow = firstRow
        headerIndex = header?.index
        layout = header?.layout
        language = header?.set?.language
        let contacts = preview.dropFirst(firstRow)
        let width = header.map { preview[$0.index].count } ?? Self.commonestWidth(of: contacts)
        headers = header.map { preview[$0.index] } ?? (0..<width).map { "column \($0 + 1)" }
        names = header?.names ?? [ColumnName](repeating: ColumnName(""), count: width)
        for name in names {
            let byLayout = layout?.columns[name]
            let meaning = byLayout ?? catalogue.columns.meaning(of: name)
            meanings.append(meaning)
            grounds.append(meaning.map { _ in byLayout == nil ? .name : .layout })
        }
        let content = ColumnContent(contacts, width: width)
        for column in meanings.indices { readContent(of: column, content) }
        chooseAddress(content)
        readNames(contacts)
        collectSignals(preview.prefix(headerIndex ?? firstRow))
    }

    /// Lets the content speak where the name of a column says little: a column in which most filled cells are
    /// profile links is kept for them, whatever it is called, and one of JSON objects holds attributes.
    private mutating func readContent(of column: Int, _ content: ColumnContent) {
        let meaning = meanings[column]
        let canTurn: Bool
        switch meaning {
        case nil, .company, .position, .firstName, .lastName, .fullName: canTurn = true
        case .web: canTurn = layout == nil
        default: canTurn = false
        }
        guard canTurn else { return }
        if content.isFullOfProfiles(column, named: meaning) {
            note(.profile, column)
        } else if meaning == nil, content.isFullOfObjects(column) {
            note(.attributes, column)
        } else if isNameless(column), content.isFullOfSources(column, catalogue.words) {
            note(.source, column)
        } else if isNameless(column), content.isFullOfDates(column) {
            note(.createdAt, column)
        }
    }

    /// Finds the address by content where no name tells of one, or where the column so named holds none.
    private mutating func chooseAddress(_ content: ColumnContent) {
        addressColumns = namedAddressColumns()
        let isTold = headerIndex != nil
        let found = content.addressColumns(isTold: isTold).filter { mayBeAddress(meanings[$0]) }
        let isVoid =
            layout == nil && addressColumns.count == 1
            && !addressColumns.contains(where: content.holdsAddress)
        guard addressColumns.isEmpty || (isVoid && found.count == 1) else { return }
        if addressColumns.isEmpty || !found.isEmpty {
            for column in addressColumns { (meanings[column], grounds[column]) = (nil, nil) }
            addressColumns = found
        }
        for column in found { note(.address, column) }
    }

    /// Whether addresses in a column with such a name can be those of the contacts, and not of who sent them.
    private func mayBeAddress(_ meaning: ColumnMeaning?) -> Bool {
        switch meaning {
        case nil, .firstName, .lastName, .fullName, .company, .position, .web, .profile, .note: true
        default: false
        }
    }

    private mutating func readNames(_ contacts: ArraySlice<[String]>) {
        guard let address = addressColumns.first else { return }
        let candidates = meanings.indices.filter { meanings[$0] == nil && isNameless($0) }
        guard !candidates.isEmpty else { return }
        for (column, meaning) in NameColumns(contacts, addressColumn: address, candidates: candidates)
            .meanings
        {
            note(meaning, column)
        }
    }

    private mutating func note(_ meaning: ColumnMeaning, _ column: Int) {
        (meanings[column], grounds[column]) = (meaning, .content)
    }

    /// Whether nobody gave the column a name.
    private func isNameless(_ column: Int) -> Bool {
        headerIndex == nil || names[column].isEmpty || HeaderLikeness.isNumbered(names[column])
    }

    /// Address columns by name before those that only look like one, the main before the further ones.
    private func namedAddressColumns() -> [Int] {
        let further = meanings.indices.filter { meanings[$0] == .otherAddress }
        let byName = further.filter { catalogue.columns.isExact(names[$0]) }
        return meanings.indices.filter { meanings[$0] == .address } + byName
            + further.filter { !byName.contains($0) }
    }

    private mutating func collectSignals(_ before: ArraySlice<[String]>) {
        signals = catalogue.signals(ofPreamble: before)
        if let layout, let implied = layout.implication {
            signals.append(Signal(.columns, implied.strength, implied.origin, subject: layout.title))
        }
    }

    /// How many cells most records have, the larger number if two are as common.
    private static func commonestWidth(of records: ArraySlice<[String]>) -> Int {
        var frequencies: [Int: Int] = [:]
        for record in records where !record.allSatisfy(HeaderLikeness.isBlank) {
            frequencies[record.count, default: 0] += 1
        }
        return frequencies.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }
}
