internal import Consent

/// Finds the header among the first records of a list.
///
/// It stands above the first contact, however long the preamble, and a contact is known by its address. Of the
/// records above, the one that has the columns of a layout is the header, the first of them if there are several.
/// Where there is none, it is the record with the most names of columns that are known, as long as one is of an
/// address; else the one right above the contacts, if it looks like a header; and in a list without any address the
/// first of the widest records. The sentences of a preamble are too long for names, so that no word of them is taken
/// for one.
struct HeaderSearch {
    /// A header that was found.
    struct Header {
        let index: Int
        let names: [ColumnName]
        let layout: Layout?
        let set: HeaderSet?
    }

    /// The header, or nil where the list has none.
    private(set) var header: Header?
    /// Where the rows begin, from 0: after the header, or after the preamble of a list without one.
    private(set) var firstRow = 0

    /// The best header by the names of its columns so far.
    private struct Candidate {
        let header: Header
        let score: Int
        let addressColumns: Set<Int>
    }

    init(_ preview: [[String]], catalogue: LayoutCatalogue, naming wanted: [ColumnName]) {
        var candidate: Candidate?
        var named: Header?
        /// The columns in which an address was met, with the first record that has one there.
        var met: [Int: Int] = [:]
        var contact: (index: Int, column: Int)?
        search: for (index, record) in preview.enumerated() {
            let names = HeaderNames(record)
            // A header may have an address among its names, but a contact has no names of columns among its cells.
            if record.contains(where: AddressCell.holdsSign),
                names.inOrder.count(where: catalogue.knownNames.contains) < 2
            {
                for column in record.indices.prefix(2_000) where AddressCell.fits(record[column]) {
                    if let first = met[column] { contact = (first, column) }
                    if candidate?.addressColumns.contains(column) == true { contact = (index, column) }
                    if contact != nil { break search }
                    met[column] = index
                }
                continue
            }
            if catalogue.knowsOne(of: names.inOrder),
                let header = Self.byLayout(names, index, catalogue.layouts)
            {
                self.header = header
                firstRow = index + 1
                return
            }
            if named == nil, !wanted.isEmpty, wanted.allSatisfy(names.all.contains) {
                named = Header(index: index, names: names.inOrder, layout: nil, set: nil)
            }
            if let next = Self.byVocabulary(names, index, catalogue.columns),
                candidate.map({ $0.score < next.score }) ?? true
            {
                candidate = next
            }
        }
        if contact == nil, let first = met.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            contact = (first.value, first.key)
        }
        let placed = contact.map { Self.byPlace(preview, above: $0.index, column: $0.column, catalogue) }
        if let candidate, let contact, !candidate.addressColumns.contains(contact.column),
            let placed = placed ?? nil
        {
            // A word of the preamble, and not the name of the column in which the addresses stand.
            header = named ?? placed
        } else {
            header = named ?? candidate?.header ?? (placed ?? Self.byShape(preview))
        }
        firstRow = header.map { $0.index + 1 } ?? contact.map { Self.preamble(preview, above: $0.index) } ?? 0
    }

    /// The header that one record is, as far as layouts tell.
    static func byLayout(_ names: HeaderNames, _ index: Int, _ layouts: [Layout]) -> Header? {
        var best: (layout: Layout, set: HeaderSet, rank: Int, columns: Int)?
        for layout in layouts {
            guard let (set, columns) = layout.agreement(with: names) else { continue }
            let rank = rank(of: layout)
            if let best, (best.rank, best.columns) >= (rank, columns) { continue }
            best = (layout, set, rank, columns)
        }
        return best.map { Header(index: index, names: names.inOrder, layout: $0.layout, set: $0.set) }
    }

    /// What proves LinkedIn goes before what agrees in more columns: the least permissive answer wins.
    private static func rank(of layout: Layout) -> Int {
        guard let implied = layout.implication, implied.origin.isLinkedInSourced else { return 0 }
        return implied.strength.rank >= SignalStrength.strong.rank ? implied.strength.rank : 0
    }

    private static func byVocabulary(
        _ names: HeaderNames, _ index: Int, _ columns: ColumnVocabulary
    ) -> Candidate? {
        var score = 0
        var addressColumns: Set<Int> = []
        // Wider than any list is, so that a hostile one cannot buy time with columns.
        for (column, name) in names.inOrder.prefix(2_000).enumerated() {
            guard let meaning = columns.meaning(of: name) else { continue }
            score += columns.isExact(name) ? 2 : 1
            if meaning == .address || meaning == .otherAddress { addressColumns.insert(column) }
        }
        guard !addressColumns.isEmpty else { return nil }
        return Candidate(
            header: Header(index: index, names: names.inOrder, layout: nil, set: nil), score: score,
            addressColumns: addressColumns)
    }

    /// The record right above the first contact, if it looks like a header.
    private static func byPlace(
        _ preview: [[String]], above contact: Int, column: Int, _ catalogue: LayoutCatalogue
    ) -> Header? {
        guard let index = preview[..<contact].lastIndex(where: { !$0.allSatisfy(HeaderLikeness.isBlank) }),
            HeaderLikeness(catalogue, contacts: preview[contact...], addressColumn: column).fits(
                preview[index])
        else { return nil }
        return Header(index: index, names: HeaderNames(preview[index]).inOrder, layout: nil, set: nil)
    }

    /// How many records above the first contact are notes.
    ///
    /// In a table those of which at most one cell is filled, unless they could be a name in a row of their own; in a
    /// list of one column those that are more than one word.
    private static func preamble(_ preview: [[String]], above contact: Int) -> Int {
        func filled(_ record: [String]) -> Int { record.count { !HeaderLikeness.isBlank($0) } }
        let isTable = filled(preview[contact]) > 1
        return preview[..<contact].indices.first { index in
            let record = preview[index]
            if record.contains(where: AddressCell.holdsSign) { return true }
            let text = record.first { !HeaderLikeness.isBlank($0) } ?? " "
            if isTable {
                let isPart = record.count == preview[contact].count && text.split(separator: " ").count <= 3
                let isAbove = preview[index..<contact].allSatisfy { filled($0) > 0 } && !text.hasSuffix(":")
                return filled(record) > 1 || (filled(record) == 1 && isPart && isAbove)
            }
            return !text.contains(where: \.isWhitespace) && !text.hasSuffix(":") && !text.hasPrefix("#")
        } ?? contact
    }

    private static func byShape(_ preview: [[String]]) -> Header? {
        let widths = preview.map { record in record.count { !ColumnName($0).isEmpty } }
        guard let widest = widths.max(), widest > 0, let index = widths.firstIndex(of: widest),
            index + 1 < preview.count, !preview[index].contains(where: { $0.contains("@") })
        else { return nil }
        let inOrder = HeaderNames(preview[index]).inOrder
        let names = inOrder.filter { !$0.isEmpty }
        guard Set(names).count == names.count,
            !names.contains(where: { $0.bytes.allSatisfy { $0 &- 0x30 < 10 } })
        else { return nil }
        return Header(index: index, names: inOrder, layout: nil, set: nil)
    }
}
