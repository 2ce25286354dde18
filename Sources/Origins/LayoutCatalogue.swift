package import StrictYAML

/// Everything that is known of lists: layouts, names of columns, words of sources.
///
/// Adding a tool is adding a file with its example under `Layouts`; no code knows any tool by name.
public struct LayoutCatalogue: Sendable {
    /// The layouts in the order of their ids.
    public let layouts: [Layout]
    let columns: ColumnVocabulary
    let words: SourceVocabulary
    let footers: FooterVocabulary
    /// Every name of a column that is known, of layouts and of the vocabulary.
    let knownNames: Set<ColumnName>
    /// A quick look at single cells for such names.
    package let nameSieve: NameSieve
    let people: PeopleVocabulary

    /// The catalogue that is compiled into the program.
    ///
    /// Read once per process. Throws what is wrong with a file of it, which the tests keep from happening.
    public static var shipped: LayoutCatalogue {
        get throws { try readShipped.get() }
    }

    private static let readShipped = Result<LayoutCatalogue, YAMLError> { () throws(YAMLError) in
        try LayoutCatalogue(files: EmbeddedFiles.all)
    }

    /// Reads a catalogue: `columns.yaml`, `words.yaml`, `footers.yaml`, `people.yaml`, and a layout in every other file.
    ///
    /// Refused, with the place and the nearest known name: unknown keys, meanings, origins and strengths, a
    /// layout without an example, and an id that two layouts share.
    package init(files: [(name: String, text: String)]) throws(YAMLError) {
        var layouts: [Layout] = []
        var columns = ColumnVocabulary()
        var words = SourceVocabulary()
        var footers = FooterVocabulary()
        var people = PeopleVocabulary()
        var fileOfID: [String: String] = [:]
        for (name, text) in files {
            switch name {
            case "columns.yaml": columns = try ColumnVocabulary(reading: text, file: name)
            case "words.yaml": words = try SourceVocabulary(reading: text, file: name)
            case "footers.yaml": footers = try FooterVocabulary(reading: text, file: name)
            case "people.yaml": people = try PeopleVocabulary(reading: text, file: name)
            default:
                let layout = try Layout(reading: text, file: name)
                if let other = fileOfID.updateValue(name, forKey: layout.id) {
                    throw YAMLError(
                        file: name, line: 1, column: 1,
                        message: "the layout \"\(layout.id)\" is in \(other) too",
                        hint: "Give one of them another id.")
                }
                layouts.append(layout)
            }
        }
        self.layouts = layouts.sorted { $0.id < $1.id }
        self.columns = columns
        self.words = words
        self.footers = footers
        knownNames = layouts.reduce(into: Set(columns.names.keys)) { names, layout in
            for set in layout.headers { names.formUnion(set.must.joined() + set.may) }
        }
        nameSieve = NameSieve(knownNames)
        self.people = people
    }

    /// What the first records of a list show.
    ///
    /// - Parameters:
    ///   - preview: The first records as cells, whatever stands before the header included.
    ///   - addressColumn: The name of the column that holds the addresses, if the user has given one; the header
    ///     is then the first record with such a cell, should no layout say otherwise.
    public func recognise(_ preview: [[String]], addressColumn: String? = nil) -> Recognition {
        let recognition = recognise(preview, naming: addressColumn.map { [$0] } ?? [])
        guard let wanted = addressColumn, let column = recognition.column(named: wanted) else {
            return recognition
        }
        return recognition.correcting([column: .address])
    }

    /// What the first records of a list show, if the user has named some of its columns.
    package func recognise(_ preview: [[String]], naming columns: [String]) -> Recognition {
        let names = columns.map(ColumnName.init).filter { !$0.isEmpty }
        let search = HeaderSearch(preview, catalogue: self, naming: names)
        let draft = RecognitionDraft(
            preview, header: search.header, firstRow: search.firstRow, catalogue: self)
        return Recognition(draft, catalogue: self)
    }

    /// What records show of which it is known where the header stands.
    package func recognise(_ records: [[String]], header index: Int) -> Recognition {
        guard records.indices.contains(index) else { return recognise(records) }
        let names = HeaderNames(records[index])
        let header =
            HeaderSearch.byLayout(names, index, layouts)
            ?? HeaderSearch.Header(index: index, names: names.inOrder, layout: nil, set: nil)
        return Recognition(
            RecognitionDraft(records, header: header, firstRow: index + 1, catalogue: self), catalogue: self)
    }

    /// Whether a record can be nothing but the header of a list: that of a layout, or one whose names are known, with
    /// one of an address among them.
    package func isHeader(_ record: [String]) -> Bool {
        let names = HeaderNames(record)
        let filled = names.inOrder.count { !$0.isEmpty }
        let known = names.inOrder.filter { knownNames.contains($0) }
        guard !known.isEmpty, known.count * 3 >= filled else { return false }
        if HeaderSearch.byLayout(names, 0, layouts) != nil { return known.count >= 2 }
        let hasAddress = known.contains {
            columns.names[$0] == .address || columns.names[$0] == .otherAddress
        }
        return hasAddress && (known.count >= 2 || record.count == 1)
    }

    /// Whether a record of few filled cells counts or signs the list above it.
    package func isFooter(_ record: [String]) -> Bool { footers.fits(record) }

    /// Whether a preamble that a layout knows stands in these records.
    package func isPreamble(_ records: [[String]]) -> Bool { !signals(ofPreamble: records[...]).isEmpty }

    /// Whether some name is one that is known.
    func knowsOne(of names: [ColumnName]) -> Bool { names.contains(where: knownNames.contains) }

    /// What the sentences before a header prove.
    func signals(ofPreamble records: ArraySlice<[String]>) -> [Signal] {
        let preamble = Self.folded(records)
        return layouts.compactMap { layout in
            guard let implied = layout.implication,
                layout.preamble.contains(where: { $0.firstIndex(in: preamble) != nil })
            else { return nil }
            return Signal(.preamble, implied.strength, implied.origin)
        }
    }

    /// The text of records as one row of letters, so that no break, comma or padding hides a sentence.
    private static func folded(_ records: ArraySlice<[String]>) -> [UInt8] {
        var result: [UInt8] = []
        for record in records {
            for cell in record {
                for scalar in cell.unicodeScalars {
                    guard let ascii = Lookalikes.ascii(scalar) else { continue }
                    if ascii &- 0x61 < 26 || ascii &- 0x30 < 10 { result.append(ascii) }
                }
            }
        }
        return result
    }
}
