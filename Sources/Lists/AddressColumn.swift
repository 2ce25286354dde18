import Origins
import Suggestions

/// Finds the column of the addresses, or says what was seen instead.
struct AddressColumn {
    private let list: String
    private let wanted: String?

    init(_ list: String, _ wanted: String?) {
        self.list = list
        self.wanted = wanted
    }

    /// The recognition with its column of addresses settled.
    ///
    /// A list that its own layout proves to come from LinkedIn needs none: every row is rejected, and says so.
    func chosen(in recognition: Recognition, preview: [[String]]) throws(ListError) -> Recognition {
        guard preview.contains(where: { record in record.contains { $0.contains { !$0.isWhitespace } } })
        else {
            throw ListError(.noRows, "\(list) holds nothing but empty lines.", hint: "Export the list again.")
        }
        if let wanted { return try named(wanted, recognition) }
        let main = recognition.addressColumns.filter { recognition.meanings[$0] == .address }
        // A known tool has one main column of addresses. In a list of anybody's making the second may be another
        // person's, and whoever imports the list mails both.
        let isAmbiguous = recognition.layout == nil ? recognition.addressColumns.count > 1 : main.count > 1
        if isAmbiguous { throw several(recognition.addressColumns.sorted(), recognition) }
        if recognition.addressColumns.isEmpty, !recognition.isDecidedByFile { throw none(recognition) }
        return recognition
    }

    private func named(_ wanted: String, _ recognition: Recognition) throws(ListError) -> Recognition {
        if let number = Int(wanted), recognition.headers.indices.contains(number - 1) {
            return recognition.choosing(addressColumn: number - 1)
        }
        guard let column = recognition.column(named: wanted) else {
            let near =
                nearestName(to: wanted, among: recognition.headers).map { " Did you mean \"\($0)\"?" } ?? ""
            throw ListError(
                .unknownColumn, "\(list) has no column \"\(wanted)\".\(near)",
                hint: "Its columns are: \(seen(recognition)).")
        }
        return recognition.choosing(addressColumn: column)
    }

    private func several(_ candidates: [Int], _ recognition: Recognition) -> ListError {
        let names = candidates.map { "\($0 + 1) (\"\(recognition.headers[$0])\")" }.joined(separator: ", ")
        return ListError(
            .severalAddressColumns, "\(list) has several columns that may hold the e-mail address: \(names).",
            hint: "Say which with --email-column NAME, or with its number.")
    }

    private func none(_ recognition: Recognition) -> ListError {
        let what =
            recognition.headers.isEmpty
            ? "\(list) has no header line in which a column of e-mail addresses could be found."
            : "\(list) has no column of e-mail addresses. Its columns are: \(seen(recognition))."
        let hint =
            recognition.headers.isEmpty
            ? "Put a line with the names of the columns on top; one of them must be \"email\"."
            : "Say which it is with --email-column NAME, or with its number."
        return ListError(.noAddressColumn, what, hint: hint)
    }

    private func seen(_ recognition: Recognition) -> String {
        recognition.headers.prefix(40).map { "\"\($0.prefix(60))\"" }.joined(separator: ", ")
            + (recognition.headers.count > 40 ? ", …" : "")
    }
}
