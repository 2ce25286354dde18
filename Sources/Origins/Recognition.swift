internal import Consent

/// What was recognised of a list: its header, its columns, and what the whole file says about its contacts.
public struct Recognition: Sendable {
    /// Which record of the preview is the header, from 0; nil if none is.
    public let headerIndex: Int?
    /// Which record of the preview is the first row, from 0, if it goes so far.
    public let firstRow: Int
    /// The names of the columns as they stand; without a header `column 1` and so on.
    public let headers: [String]
    /// What each column is for, as far as that is known.
    ///
    /// Without a header it is what the content tells.
    public let meanings: [ColumnMeaning?]
    /// By what that is known, for each column that has a meaning.
    public let grounds: [ColumnGround?]
    /// The layout of the tool that wrote the list, if it is known.
    public let layout: Layout?
    /// The language of the header as a two-letter code, if the layout tells it.
    public let language: String?
    /// The columns that may hold the address, the likeliest first; empty if neither name nor content tells of one.
    public let addressColumns: [Int]
    /// Signs that hold for every row.
    public let fileSignals: [Signal]
    /// Where a contact came from of whose row nothing further can be said.
    public let fileOrigin: RowOrigin

    /// Whether the file proves the origin of all its rows, so that no row can change it.
    public let isDecidedByFile: Bool

    let catalogue: LayoutCatalogue
    var words: SourceVocabulary { catalogue.words }
    var vocabulary: ColumnVocabulary { catalogue.columns }
    /// The columns whose cells can hold signs.
    let watched: [RowReading.Place]
    /// What the layout says about single columns.
    let marks: [(place: RowReading.Place, mark: Layout.RowMark)]
    /// Whether a row can say something by which cells are filled, whatever stands in them.
    let readsEveryRow: Bool
    /// Finds the rows in which something could stand.
    let prefilter: SignalPrefilter
    /// The names of the columns up to the last that has one; empty without a header.
    private let names: [ColumnName]
    /// What was found before the user corrected it.
    private let found: [ColumnMeaning?]

    init(_ draft: RecognitionDraft, catalogue: LayoutCatalogue) {
        headerIndex = draft.headerIndex
        firstRow = draft.firstRow
        headers = draft.headers
        meanings = draft.meanings
        grounds = draft.grounds
        layout = draft.layout
        language = draft.language
        addressColumns = draft.addressColumns
        fileSignals = draft.signals
        self.catalogue = catalogue
        found = draft.meanings
        let header = HeaderNames(draft.headerIndex == nil ? [] : draft.headers)
        names = Array(header.inOrder.prefix(header.width))
        (fileOrigin, isDecidedByFile) = Self.origin(of: draft.signals)
        let reading = Reading(
            draft.meanings, found: draft.meanings, draft.headerIndex == nil ? [] : draft.headers, layout)
        (watched, marks) = (reading.watched, reading.marks)
        prefilter = catalogue.words.prefilter(for: reading.all)
        readsEveryRow = reading.readsEveryRow
    }

    private init(
        _ other: Recognition, meanings: [ColumnMeaning?], grounds: [ColumnGround?], addressColumns: [Int],
        signals: [Signal]
    ) {
        headerIndex = other.headerIndex
        firstRow = other.firstRow
        headers = other.headers
        self.meanings = meanings
        self.grounds = grounds
        layout = other.layout
        language = other.language
        self.addressColumns = addressColumns
        fileSignals = signals
        catalogue = other.catalogue
        found = other.found
        names = other.names
        (fileOrigin, isDecidedByFile) = Self.origin(of: signals)
        let reading = Reading(
            meanings, found: other.found, other.headerIndex == nil ? [] : other.headers, other.layout)
        (watched, marks) = (reading.watched, reading.marks)
        prefilter = other.catalogue.words.prefilter(for: reading.all)
        readsEveryRow = reading.readsEveryRow
    }

    private static func origin(of signals: [Signal]) -> (RowOrigin, isDecided: Bool) {
        let isDecided = signals.contains { $0.strength == .proof && $0.origin.isLinkedInSourced }
        return (RowOrigin(signals: signals, namesSource: false), isDecided)
    }

    /// The same list, read with the addresses in a given column.
    ///
    /// - Parameter column: From 0; the caller has taken it from ``column(named:)`` or ``headers``.
    public func choosing(addressColumn column: Int) -> Recognition { correcting([column: .address]) }

    /// The same list, with columns that mean what the user says.
    ///
    /// A correction says what a column is for; it takes no sign away that was found in it, for nobody can talk a
    /// contact of LinkedIn into being none.
    ///
    /// - Parameter columns: Meanings by column, from 0.
    public func correcting(_ columns: [Int: ColumnMeaning]) -> Recognition {
        var meanings = meanings
        var grounds = grounds
        for (column, meaning) in columns where meanings.indices.contains(column) {
            (meanings[column], grounds[column]) = (meaning, .you)
        }
        var addresses = addressColumns.filter { columns[$0] == nil }
        let chosen = columns.keys.filter { columns[$0] == .address && meanings.indices.contains($0) }.sorted()
        if !chosen.isEmpty {
            addresses = chosen
            for column in meanings.indices where meanings[column] == .address && !chosen.contains(column) {
                meanings[column] = .otherAddress
            }
        }
        return Recognition(
            self, meanings: meanings, grounds: grounds, addressColumns: addresses, signals: fileSignals)
    }

    /// The same columns below a preamble of their own.
    package func below(_ preamble: [[String]]) -> Recognition {
        let further = catalogue.signals(ofPreamble: preamble[...]).filter { !fileSignals.contains($0) }
        return Recognition(
            self, meanings: meanings, grounds: grounds, addressColumns: addressColumns,
            signals: further + fileSignals)
    }

    /// Whether a record says the same as the header.
    package func repeatsHeader(_ record: [String]) -> Bool {
        guard let first = record.first, beginsLikeHeader(first) else { return false }
        return names == record[...(record.lastIndex { !ColumnName($0).isEmpty } ?? 0)].map(ColumnName.init)
    }

    /// Whether a record whose first cell this is could say the same as the header.
    package func beginsLikeHeader(_ cell: String) -> Bool { !names.isEmpty && ColumnName(cell) == names[0] }

    /// The column of a name, or nil; case, accents and everything between letters are passed over.
    ///
    /// Of several columns with the name it is the one spelled exactly so, else the first.
    public func column(named name: String) -> Int? {
        if let exact = headers.firstIndex(of: name) { return exact }
        let wanted = ColumnName(name)
        return wanted.isEmpty ? nil : headers.firstIndex { ColumnName($0) == wanted }
    }
}
