import Origins
import Suggestions

/// Settles what the columns are for and which holds the addresses, or says what was seen instead.
struct AddressColumn {
    private let list: String
    private let map: ColumnMap
    private let mustSettle: Bool

    init(_ list: String, _ options: ListOptions) {
        self.list = list
        map = options.columns
        mustSettle = options.mustSettleAddresses
    }

    /// The names of columns that the user gave; numbers are none.
    static func names(in map: ColumnMap) -> [String] {
        (map.entries.map(\.column) + map.facts.map(\.column)).filter { Int($0) == nil }
    }

    /// The recognition with its column of addresses settled.
    ///
    /// A list that its own layout proves to come from LinkedIn needs none: every row is rejected, and says so.
    func chosen(in recognition: Recognition, preview: [[String]]) throws(ListError) -> Recognition {
        guard preview.contains(where: { record in record.contains { $0.contains { !$0.isWhitespace } } })
        else {
            throw ListError(.noRows, "\(list) holds nothing but empty lines.", hint: "Export the list again.")
        }
        var columns: [Int: ColumnMeaning] = [:]
        for entry in map.entries {
            let column = try column(entry.column, in: recognition)
            guard columns.updateValue(entry.meaning, forKey: column) == nil else {
                throw ListError(
                    .badMapping, "Two meanings were given to column \(column + 1) of \(list).",
                    hint: "Give it the one that fits better.")
            }
        }
        let settled = recognition.correcting(columns)
        if columns.values.contains(.address) || !mustSettle { return settled }
        let main = settled.addressColumns.filter { settled.meanings[$0] == .address }
        // A known tool has one main column of addresses. In a list of anybody's making the second may be another
        // person's, and whoever imports the list mails both.
        let isAmbiguous = settled.layout == nil ? settled.addressColumns.count > 1 : main.count > 1
        if isAmbiguous { throw several(settled.addressColumns.sorted(), settled) }
        if settled.addressColumns.isEmpty, !settled.isDecidedByFile { throw none(settled) }
        return settled
    }

    /// What a further list in the same file means, as far as the user's words fit it.
    func chosen(inFurther recognition: Recognition) -> Recognition {
        var columns: [Int: ColumnMeaning] = [:]
        for entry in map.entries where Int(entry.column) == nil {
            if let column = recognition.column(named: entry.column) { columns[column] = entry.meaning }
        }
        return recognition.correcting(columns)
    }

    /// The columns that tell facts.
    ///
    /// - Throws: `unknownColumn` for one that is not there.
    func told(in recognition: Recognition) throws(ListError) -> [ToldColumn] {
        try map.told(in: recognition) { name throws(ListError) in try column(name, in: recognition) }
    }

    /// The columns of a further list in the same file that tell facts, as far as the user's words fit it.
    func told(inFurther recognition: Recognition) -> [ToldColumn] {
        // Only a column that is not there is an error, and here it is none.
        (try? map.told(in: recognition) { name in
            Int(name) == nil ? recognition.column(named: name) : nil
        }) ?? []
    }

    private func column(_ wanted: String, in recognition: Recognition) throws(ListError) -> Int {
        if let number = Int(wanted), number > 0, number <= recognition.headers.count { return number - 1 }
        if let column = recognition.column(named: wanted) { return column }
        let near =
            nearestName(to: wanted, among: recognition.headers).map { " Did you mean \"\($0)\"?" } ?? ""
        let shown = wanted.contains("@") ? "…" : String(wanted.prefix(60).filter { !$0.isNewline })
        throw ListError(
            .unknownColumn, "\(list) has no column \"\(shown)\".\(near)",
            hint: "Its columns are: \(seen(recognition)).")
    }

    private func several(_ candidates: [Int], _ recognition: Recognition) -> ListError {
        let names = candidates.map { "\($0 + 1) (\"\(recognition.headers[$0])\")" }.joined(separator: ", ")
        return ListError(
            .severalAddressColumns, "\(list) has several columns that may hold the e-mail address: \(names).",
            hint: "Say which with --map email=NAME, or with its number.")
    }

    private func none(_ recognition: Recognition) -> ListError {
        let what =
            recognition.headerIndex == nil
            ? "\(list) has no header line, and no column of it holds e-mail addresses in most of its rows."
            : "\(list) has no column of e-mail addresses. Its columns are: \(seen(recognition))."
        return ListError(
            .noAddressColumn, what, hint: "Say which it is with --map email=NAME, or with its number.")
    }

    private func seen(_ recognition: Recognition) -> String {
        recognition.headers.prefix(40).map { "\"\($0.prefix(60))\"" }.joined(separator: ", ")
            + (recognition.headers.count > 40 ? ", …" : "")
    }
}
