/// Finds the names of people in columns whose own names say nothing, by the addresses beside them.
///
/// `Orla Quimbly` looks like `Software Engineer`; but `orla` stands in `orla.quimbly@example.com` as well. A column is
/// one of names if its words come again in the addresses of a quarter of the contacts.
struct NameColumns {
    /// What each column that was found is for.
    private(set) var meanings: [Int: ColumnMeaning] = [:]

    /// What was counted of one column.
    private struct Column {
        let index: Int
        var filled = 0
        var singles = 0
        var matches = 0
        /// Where in the address the word stood, added up.
        var offset = 0
    }

    /// - Parameters:
    ///   - contacts: The records below the header.
    ///   - addressColumn: From 0.
    ///   - candidates: The columns in question.
    init(_ contacts: ArraySlice<[String]>, addressColumn: Int, candidates: [Int]) {
        let rows = contacts.lazy.filter {
            $0.indices.contains(addressColumn) && AddressCell.fits($0[addressColumn])
        }
        .prefix(200).map { ($0, ColumnName(String($0[addressColumn].prefix { $0 != "@" })).bytes) }
        var names: [Column] = []
        for index in candidates.prefix(64) {
            var column = Column(index: index)
            for (row, mailbox) in rows where row.indices.contains(index) {
                Self.count(row[index], mailbox, in: &column)
            }
            if column.matches > 0, column.matches * 4 >= column.filled { names.append(column) }
        }
        let singles = names.filter { $0.singles * 10 >= $0.filled * 7 }
        if let whole = names.first(where: { $0.singles * 10 < $0.filled * 3 }) {
            meanings[whole.index] = .fullName
        }
        guard let first = singles.first else { return }
        guard singles.count > 1 else {
            meanings[first.index] = meanings.isEmpty ? .firstName : nil
            return
        }
        let second = singles[1]
        // The word that stands further to the front of the addresses is the given name.
        let isSwapped = first.offset * second.matches > second.offset * first.matches
        meanings[first.index] = isSwapped ? .lastName : .firstName
        meanings[second.index] = isSwapped ? .firstName : .lastName
    }

    private static func count(_ cell: String, _ mailbox: [UInt8], in column: inout Column) {
        let words = cell.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty, words.count <= 5, cell.utf8.count <= 100,
            words.allSatisfy({ $0.allSatisfy { $0.isLetter || "-'’.,".contains($0) } })
        else {
            column.filled += words.isEmpty ? 0 : 1
            return
        }
        column.filled += 1
        column.singles += words.count == 1 ? 1 : 0
        for word in words {
            let pattern = BytePattern(ColumnName(String(word)).bytes)
            guard pattern.bytes.count >= 3, let place = pattern.firstIndex(in: mailbox) else { continue }
            column.matches += 1
            column.offset += place
            return
        }
    }
}
