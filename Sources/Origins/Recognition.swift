internal import Consent

/// What was recognised of a list: its header, its columns, and what the whole file says about its contacts.
public struct Recognition: Sendable {
    /// Which record of the preview is the header, from 0; nil if none is.
    public let headerIndex: Int?
    /// The names of the columns as they stand; empty without a header.
    public let headers: [String]
    /// What each column is for, as far as that is known.
    ///
    /// Without a header it is what the content tells.
    public let meanings: [ColumnMeaning?]
    /// The layout of the tool that wrote the list, if it is known.
    public let layout: Layout?
    /// The language of the header as a two-letter code, if the layout tells it.
    public let language: String?
    /// The columns that may hold the address, the likeliest first; empty if the header names none.
    public let addressColumns: [Int]
    /// Signs that hold for every row.
    public let fileSignals: [Signal]
    /// Where a contact came from of whose row nothing further can be said.
    public let fileOrigin: RowOrigin

    /// Whether the file proves the origin of all its rows, so that no row can change it.
    public let isDecidedByFile: Bool

    let words: SourceVocabulary
    let vocabulary: ColumnVocabulary
    /// The columns whose cells can hold signs.
    let watched: [RowReading.Place]
    /// What the layout says about single columns.
    let marks: [(place: RowReading.Place, mark: Layout.RowMark)]
    /// Whether a row can say something by which cells are filled, whatever stands in them.
    let readsEveryRow: Bool
    /// Finds the rows in which something could stand.
    let prefilter: SignalPrefilter

    init(_ draft: RecognitionDraft, words: SourceVocabulary, vocabulary: ColumnVocabulary) {
        self.init(
            headerIndex: draft.headerIndex, headers: draft.headers, meanings: draft.meanings,
            layout: draft.layout, language: draft.language,
            addressColumns: Self.addressColumns(draft.meanings, draft.headers, vocabulary),
            fileSignals: draft.signals, words: words, vocabulary: vocabulary)
    }

    private init(
        headerIndex: Int?, headers: [String], meanings: [ColumnMeaning?], layout: Layout?, language: String?,
        addressColumns: [Int], fileSignals: [Signal], words: SourceVocabulary, vocabulary: ColumnVocabulary
    ) {
        self.headerIndex = headerIndex
        self.headers = headers
        self.meanings = meanings
        self.layout = layout
        self.language = language
        self.addressColumns = addressColumns
        self.fileSignals = fileSignals
        self.words = words
        self.vocabulary = vocabulary
        fileOrigin = RowOrigin(signals: fileSignals, namesSource: false)
        isDecidedByFile = fileSignals.contains { $0.strength == .proof && $0.origin.isLinkedInSourced }
        let places = meanings.indices.map { column in
            RowReading.Place(
                column: column, header: headers.indices.contains(column) ? headers[column] : "",
                meaning: meanings[column])
        }
        watched = places.filter { $0.meaning?.isSilent != true }
        marks = places.flatMap { place in
            let name = ColumnName(headers.indices.contains(place.column) ? headers[place.column] : "")
            return (layout?.marks ?? []).filter { $0.names.contains(name) }.map { (place, $0) }
        }
        prefilter = words.prefilter(for: Set(meanings.compactMap(\.self)))
        readsEveryRow = !marks.isEmpty || meanings.contains { $0?.asksForEveryRow == true }
    }

    /// The same list, read with the addresses in a given column.
    ///
    /// - Parameter column: From 0; the caller has taken it from ``column(named:)`` or ``headers``.
    public func choosing(addressColumn column: Int) -> Recognition {
        var meanings = meanings
        if meanings.indices.contains(column) { meanings[column] = .address }
        return Recognition(
            headerIndex: headerIndex, headers: headers, meanings: meanings, layout: layout,
            language: language,
            addressColumns: [column], fileSignals: fileSignals, words: words, vocabulary: vocabulary)
    }

    /// The column of a name, or nil; case, accents and everything between letters are passed over.
    ///
    /// Of several columns with the name it is the one spelled exactly so, else the first.
    public func column(named name: String) -> Int? {
        if let exact = headers.firstIndex(of: name) { return exact }
        let wanted = ColumnName(name)
        return wanted.isEmpty ? nil : headers.firstIndex { ColumnName($0) == wanted }
    }

    /// Address columns by name before those that only look like one, the main before the further ones.
    private static func addressColumns(
        _ meanings: [ColumnMeaning?], _ headers: [String], _ vocabulary: ColumnVocabulary
    ) -> [Int] {
        guard !headers.isEmpty else { return [] }
        let further = meanings.indices.filter { meanings[$0] == .otherAddress }
        let byName = further.filter { vocabulary.isExact(ColumnName(headers[$0])) }
        return meanings.indices.filter { meanings[$0] == .address } + byName
            + further.filter { !byName.contains($0) }
    }
}
