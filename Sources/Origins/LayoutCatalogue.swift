package import StrictYAML

/// Everything that is known of lists: layouts, names of columns, words of sources.
///
/// Adding a tool is adding a file with its example under `Layouts`; no code knows any tool by name.
public struct LayoutCatalogue: Sendable {
    /// The layouts in the order of their ids.
    public let layouts: [Layout]
    let columns: ColumnVocabulary
    let words: SourceVocabulary
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

    /// Reads a catalogue: `columns.yaml`, `words.yaml`, `people.yaml`, and a layout in every other file.
    ///
    /// Refused, with the place and the nearest known name: unknown keys, meanings, origins and strengths, a
    /// layout without an example, and an id that two layouts share.
    package init(files: [(name: String, text: String)]) throws(YAMLError) {
        var layouts: [Layout] = []
        var columns = ColumnVocabulary()
        var words = SourceVocabulary()
        var people = PeopleVocabulary()
        var fileOfID: [String: String] = [:]
        for (name, text) in files {
            switch name {
            case "columns.yaml": columns = try ColumnVocabulary(reading: text, file: name)
            case "words.yaml": words = try SourceVocabulary(reading: text, file: name)
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
        self.people = people
    }

    /// What the first records of a list show.
    ///
    /// - Parameters:
    ///   - preview: The first records (some forty are plenty) as cells, whatever stands before the header included.
    ///   - addressColumn: The name of the column that holds the addresses, if the user has given one; the header
    ///     is then the first record with such a cell, should no layout say otherwise.
    public func recognise(_ preview: [[String]], addressColumn: String? = nil) -> Recognition {
        let search = HeaderSearch(preview, catalogue: self, addressColumn: addressColumn.map(ColumnName.init))
        let draft = RecognitionDraft(preview, header: search.header, catalogue: self)
        let recognition = Recognition(draft, words: words, vocabulary: columns)
        guard let wanted = addressColumn, let column = recognition.column(named: wanted) else {
            return recognition
        }
        return recognition.choosing(addressColumn: column)
    }
}
