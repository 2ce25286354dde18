internal import Consent

/// What stands in the columns of a list, for those whose names say nothing.
struct ColumnContent {
    /// The filled cells of one column, as long as the contacts that were looked at.
    private let columns: [[String]]
    /// How many contacts were looked at.
    private let count: Int

    /// So many contacts are enough to tell.
    private static let sampleSize = 500
    /// Wider than any list is, so that a hostile one cannot buy time with columns.
    private static let widest = 2_000

    /// - Parameters:
    ///   - contacts: The records below the header; blank ones do not count.
    ///   - width: How many columns there are.
    init(_ contacts: ArraySlice<[String]>, width: Int) {
        let rows = contacts.lazy.filter { !$0.allSatisfy(HeaderLikeness.isBlank) }.prefix(Self.sampleSize)
        var columns = [[String]](repeating: [], count: min(width, Self.widest))
        var count = 0
        for row in rows {
            count += 1
            for (column, cell) in row.prefix(columns.count).enumerated() where !HeaderLikeness.isBlank(cell) {
                columns[column].append(cell)
            }
        }
        self.columns = columns
        self.count = count
    }

    /// The filled cells of a column.
    func cells(_ column: Int) -> [String] { columns.indices.contains(column) ? columns[column] : [] }

    /// The columns that hold addresses in nearly all of their filled cells, those first that hold the most.
    ///
    /// - Parameter isTold: Whether names of columns speak too; without, half of the contacts must have an address there.
    func addressColumns(isTold: Bool) -> [Int] {
        var found: [(column: Int, count: Int)] = []
        for column in columns.indices {
            let addresses = columns[column].count(where: AddressCell.fits)
            guard addresses > 0, addresses * 5 >= columns[column].count * 4 || addresses * 2 >= count else {
                continue
            }
            if isTold || addresses * 2 >= count { found.append((column, addresses)) }
        }
        found.sort { ($1.count, $0.column) < ($0.count, $1.column) }
        // What has far fewer is a second mailbox of some, and the first is the one.
        guard let most = found.first?.count else { return [] }
        return found.filter { $0.count * 3 >= most * 2 }.map(\.column)
    }

    /// Whether any cell of the column is an address.
    func holdsAddress(_ column: Int) -> Bool { cells(column).contains(where: AddressCell.fits) }

    /// Whether a column is kept for profile links: most filled cells are some.
    ///
    /// A column of web pages must be full of profiles, and of no known layout: in an address book people's own
    /// pages stand there.
    func isFullOfProfiles(_ column: Int, named meaning: ColumnMeaning?) -> Bool {
        let cells = cells(column)
        let profiles = cells.count { ProfileReference(firstIn: $0)?.isWholeText == true }
        let isFull =
            meaning == .web ? cells.count >= 5 && profiles * 5 >= cells.count * 4 : profiles * 2 > cells.count
        // One link among many contacts may be anybody's remark.
        return isFull && !cells.isEmpty && (cells.count >= 2 || cells.count == count)
    }

    /// Whether every filled cell is a JSON object.
    func isFullOfObjects(_ column: Int) -> Bool {
        let cells = cells(column)
        return !cells.isEmpty && cells.allSatisfy(AttributeScan.isObject)
    }

    /// Whether most cells say in the words of sources where the contact came from.
    func isFullOfSources(_ column: Int, _ words: SourceVocabulary) -> Bool {
        let cells = cells(column)
        guard cells.count >= 2 else { return false }
        return cells.count { !words.findings(in: $0, of: .source).isEmpty } * 2 > cells.count
    }

    /// Whether nearly every cell is a day, with or without its hour.
    func isFullOfDates(_ column: Int) -> Bool {
        let cells = cells(column)
        return !cells.isEmpty && cells.count(where: Self.isDate) * 5 >= cells.count * 4
    }

    /// `2023-10-07`, `7.10.23 09:15`, `07 Oct 2023`: up to four numbers of a day and its hour, and one word.
    private static func isDate(_ cell: String) -> Bool {
        guard cell.utf8.count <= 40 else { return false }
        let parts = cell.split { !$0.isLetter && !$0.isNumber }
        let numbers = parts.compactMap { Int($0) }
        let hasYear = numbers.contains { (1_970...2_100).contains($0) } || numbers.prefix(3).count == 3
        let hasMonth =
            numbers.count >= 3 || (numbers.count >= 2 && parts.contains { $0.allSatisfy(\.isLetter) })
        let isISO = cell.utf8.count >= 10 && cell.contains("T") && parts.count >= 4
        return (hasYear && hasMonth && parts.count <= 8 && numbers.allSatisfy { $0 < 10_000 })
            || isISO && hasYear
    }
}
