import Foundation

/// A line of Unicode's `IdnaTestV2.txt`, as far as toASCII (non-transitional) goes.
struct IdnaCase {
    let source: String
    /// The A-labels, or nil if the source is no name.
    let ascii: String?

    /// All lines, and how many of them hold text that no string of Swift can hold.
    static func all() throws -> (cases: [IdnaCase], illFormed: Int) {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/IdnaTestV2.txt")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .map { $0.prefix { $0 != "#" }.split(separator: ";", omittingEmptySubsequences: false) }
            .filter { $0.count >= 7 }
        let cases = lines.compactMap(Self.init)
        return (cases, lines.count - cases.count)
    }

    private init?(_ columns: [Substring]) {
        let columns = columns.map { $0.trimmingCharacters(in: .whitespaces) }
        // A blank cell repeats the one that it follows from.
        let toUnicode = columns[1].isEmpty ? columns[0] : columns[1]
        let toASCII = columns[3].isEmpty ? toUnicode : columns[3]
        let status = columns[4].isEmpty ? columns[2] : columns[4]
        guard let source = Self.unescaped(columns[0]), let ascii = Self.unescaped(toASCII) else { return nil }
        self.source = source
        self.ascii = status.isEmpty || status == "[]" ? ascii : nil
    }

    /// Reads `\uXXXX`, a code unit of UTF-16, and `""`, the empty text.
    private static func unescaped(_ text: String) -> String? {
        guard text != "\"\"" else { return "" }
        var units: [UInt16] = []
        var rest = Array(text.utf16)[...]
        while let unit = rest.popFirst() {
            guard unit == 0x5C, rest.first == 0x75 else {
                units.append(unit)
                continue
            }
            let digits = String(decoding: rest.dropFirst().prefix(4), as: UTF16.self)
            guard let escaped = UInt16(digits, radix: 16) else { return nil }
            units.append(escaped)
            rest = rest.dropFirst(5)
        }
        return String(validating: units, as: UTF16.self)
    }
}
