import Consent
import Ledger
import Origins

/// Where in a list of people who must not be mailed the people stand: in columns of addresses, or of hashes.
struct SuppressionColumns {
    /// Columns with hashes, of any kind; a list has often several of the same people.
    let hashes: [Int]
    /// Whether addresses are to be looked for.
    let takesAddresses: Bool
    private let kind: AddressHash.Kind?

    /// Settles it by what stands in the first rows.
    ///
    /// Addresses go first: a number of a customer may look like a hash. Of hashes alone those go first that stand in the
    /// column of addresses, by its name or by the user's word.
    ///
    /// - Parameters:
    ///   - rows: The first rows, and the header where it could be one.
    ///   - wanted: The kind that the user names.
    init(_ recognition: Recognition, rows: [[String]], wanted: AddressHash.Kind?) {
        kind = wanted
        let width = rows.map(\.count).max() ?? 0
        let main = recognition.addressColumns
        func cells(_ column: Int) -> [String] {
            rows.compactMap { row in
                column < row.count && row[column].contains { !$0.isWhitespace } ? row[column] : nil
            }
        }
        let hasAddresses = main.contains { column in cells(column).contains { $0.contains("@") } }
        guard wanted != nil || !hasAddresses else {
            (hashes, takesAddresses) = ([], true)
            return
        }
        let full = (0..<min(width, Self.widest)).filter { column in
            let cells = cells(column)
            let hashed = cells.count { AddressHash($0).map { wanted == nil || $0.kind == wanted } ?? false }
            // The header, and an empty hash or two.
            return hashed > 0 && (hashed + 1) * 5 >= cells.count * 4
        }
        let named = full.filter(main.contains)
        hashes = named.isEmpty ? full : named
        takesAddresses = false
    }

    /// Wider than any list is.
    private static let widest = 2_000

    /// Whether nobody can be found in the list.
    var isEmpty: Bool { hashes.isEmpty && !takesAddresses }

    /// The people of a row.
    ///
    /// - Parameters:
    ///   - cell: The text of a cell, asked only below `count`.
    ///   - count: How many cells the row has.
    ///   - isRagged: Whether nobody can say which cell is which; then every cell is looked at.
    func people(
        in recognition: Recognition, ofRow cell: (Int) -> String, count: Int, isRagged: Bool
    ) -> [SuppressionEntry.Who] {
        let columns = isRagged ? Array(0..<count) : takesAddresses ? recognition.addressColumns : hashes
        return columns.filter { $0 < count }.flatMap { column -> [SuppressionEntry.Who] in
            let text = cell(column)
            if takesAddresses {
                guard let cell = try? AddressCell(parsing: text) else { return [] }
                return cell.addresses.map { .address($0) }
            }
            guard let hash = AddressHash(text), kind == nil || hash.kind == kind else { return [] }
            return [.hash(hash)]
        }
    }
}
