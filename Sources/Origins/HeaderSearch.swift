internal import Consent

/// Finds the header among the first records of a list.
///
/// A record that has the columns of a layout is the header, the first of them if there are several. Where
/// there is none, it is the record with the most names of columns that are known, as long as one is of an
/// address; and where there is none either, the first of the widest records, as long as it cannot be a
/// contact. The sentences of a preamble are too long for names, so that no word of them is taken for one.
struct HeaderSearch {
    /// A header that was found.
    struct Header {
        let index: Int
        let names: [ColumnName]
        let layout: Layout?
        let set: HeaderSet?
    }

    /// The header, or nil where the list has none that could be told from contacts.
    let header: Header?

    init(_ preview: [[String]], catalogue: LayoutCatalogue, addressColumn: ColumnName?) {
        let records = preview.map(HeaderNames.init)
        header =
            Self.byLayout(records, catalogue.layouts)
            ?? addressColumn.flatMap { Self.byName($0, records) }
            ?? Self.byVocabulary(records, catalogue.columns)
            ?? Self.byShape(preview, records)
    }

    private static func byLayout(_ records: [HeaderNames], _ layouts: [Layout]) -> Header? {
        for (index, names) in records.enumerated() {
            var best: (layout: Layout, set: HeaderSet, rank: Int, columns: Int)?
            for layout in layouts {
                guard let (set, columns) = layout.agreement(with: names) else { continue }
                let rank = rank(of: layout)
                if let best, (best.rank, best.columns) >= (rank, columns) { continue }
                best = (layout, set, rank, columns)
            }
            if let best {
                return Header(index: index, names: names.inOrder, layout: best.layout, set: best.set)
            }
        }
        return nil
    }

    /// What proves LinkedIn goes before what agrees in more columns: the least permissive answer wins.
    private static func rank(of layout: Layout) -> Int {
        guard let implied = layout.implication, implied.origin.isLinkedInSourced else { return 0 }
        return implied.strength.rank >= SignalStrength.strong.rank ? implied.strength.rank : 0
    }

    private static func byName(_ name: ColumnName, _ records: [HeaderNames]) -> Header? {
        guard !name.isEmpty, let index = records.firstIndex(where: { $0.all.contains(name) }) else {
            return nil
        }
        return Header(index: index, names: records[index].inOrder, layout: nil, set: nil)
    }

    private static func byVocabulary(_ records: [HeaderNames], _ columns: ColumnVocabulary) -> Header? {
        var best: (index: Int, score: Int)?
        for (index, names) in records.enumerated() {
            var score = 0
            var hasAddress = false
            // Wider than any list is, so that a hostile one cannot buy time with columns.
            for name in names.inOrder.prefix(2_000) {
                guard let meaning = columns.meaning(of: name) else { continue }
                score += columns.isExact(name) ? 2 : 1
                hasAddress = hasAddress || meaning == .address || meaning == .otherAddress
            }
            if hasAddress, best.map({ $0.score < score }) ?? true { best = (index, score) }
        }
        return best.map { Header(index: $0.index, names: records[$0.index].inOrder, layout: nil, set: nil) }
    }

    private static func byShape(_ preview: [[String]], _ records: [HeaderNames]) -> Header? {
        let widths = records.map { $0.inOrder.count { !$0.isEmpty } }
        guard let widest = widths.max(), widest > 0, let index = widths.firstIndex(of: widest),
            index + 1 < preview.count, !preview[index].contains(where: { $0.contains("@") })
        else { return nil }
        let names = records[index].inOrder.filter { !$0.isEmpty }
        guard Set(names).count == names.count,
            !names.contains(where: { $0.bytes.allSatisfy { $0 &- 0x30 < 10 } })
        else {
            return nil
        }
        return Header(index: index, names: records[index].inOrder, layout: nil, set: nil)
    }
}
