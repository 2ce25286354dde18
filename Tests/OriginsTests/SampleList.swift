import Consent
import Foundation
import Origins
import Testing

/// A list of the fixtures as records of cells, split by just enough of a CSV reader.
struct SampleList: CustomTestStringConvertible {
    let name: String
    let tool: String
    let encoding: String
    let delimiter: Character
    let dataRows: Int
    let headerLine: Int
    /// The rows that came from LinkedIn as far as the file itself proves it, from 1.
    let linkedInRows: Set<Int>

    var testDescription: String { name }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "TestSupport/Samples")

    /// All lists of the manifest.
    static func all() throws -> [SampleList] {
        let text = try String(contentsOf: folder.appending(path: "MANIFEST.tsv"), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells[0].hasSuffix(".csv") else { return nil }
            let delimiters: [String: Character] = ["comma": ",", "semicolon": ";", "none": ","]
            return SampleList(
                name: cells[0], tool: cells[1], encoding: cells[11], delimiter: delimiters[cells[13]] ?? ",",
                dataRows: Int(cells[5]) ?? 0, headerLine: Int(cells[15]) ?? 0,
                linkedInRows: rows(cells[6]))
        }
    }

    /// All records, blank ones left out after the header as nobody counts them.
    func records() throws -> [[String]] {
        let data = try Data(contentsOf: Self.folder.appending(path: name))
        let encodings: [String: String.Encoding] = ["UTF-16LE": .utf16, "Windows-1252": .windowsCP1252]
        var text = String(data: data, encoding: encodings[encoding] ?? .utf8) ?? ""
        if text.hasPrefix("sep=") { text = String(text.drop { !$0.isNewline }.dropFirst()) }
        return Self.split(text, by: delimiter)
    }

    static func split(_ text: String, by delimiter: Character) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var cell = ""
        var isQuoted = false
        var characters = text[...]
        while let character = characters.popFirst() {
            if isQuoted {
                if character == "\"", characters.first == "\"" {
                    cell.append(character)
                    characters.removeFirst()
                } else if character == "\"" {
                    isQuoted = false
                } else {
                    cell.append(character)
                }
            } else if character == "\"", cell.isEmpty || cell == "\u{FEFF}" {
                isQuoted = true
            } else if character == delimiter {
                record.append(cell)
                cell = ""
            } else if character.isNewline {
                records.append(record + [cell])
                (record, cell) = ([], "")
            } else {
                cell.append(character)
            }
        }
        if !record.isEmpty || !cell.isEmpty { records.append(record + [cell]) }
        return records
    }

    private static func rows(_ text: String) -> Set<Int> {
        var result: Set<Int> = []
        for part in text.split(separator: ",") {
            let ends = part.split(separator: "-").compactMap { Int($0) }
            if let first = ends.first, let last = ends.last { result.formUnion(first...last) }
        }
        return result
    }
}

extension Recognition {
    /// The origin of a row given as cells.
    func origin(of row: [String]) -> RowOrigin {
        origin(ofRow: { row[$0] }, count: row.count)
    }

    /// Whether bytes are worth a closer look; a span cannot be an operand of an expectation.
    func mayCarrySignals(in bytes: [UInt8]) -> Bool { mayCarrySignals(bytes.span) }
}
