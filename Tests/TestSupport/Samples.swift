import Foundation

/// The sample lists of `Tests/TestSupport/Samples`, and what `MANIFEST.tsv` says about each.
package struct Sample: Sendable, CustomStringConvertible {
    /// The name of the file.
    package let name: String
    /// How many rows it has, blank records and footers not counted.
    package let rows: Int
    /// The rows that the file itself proves to come from LinkedIn, from 1.
    package let linkedInRows: Set<Int>
    /// The rows that claim an opt-in, from 1.
    package let consentRows: Set<Int>
    /// All columns of the manifest by name.
    package let columns: [String: String]

    package var description: String { name }

    /// Where the file is.
    package var path: String { Self.folder + "/" + name }
    /// Its content.
    package var bytes: [UInt8] {
        get throws { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
    }

    /// The folder of the samples.
    package static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Samples"

    /// Every sample of the manifest.
    package static let all: [Sample] = {
        let text = (try? String(contentsOfFile: folder + "/MANIFEST.tsv", encoding: .utf8)) ?? ""
        let lines = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { cells in
            let columns = Dictionary(
                zip(header.map(String.init), cells.map(String.init))
            ) { first, _ in first }
            return Sample(
                name: columns["file"] ?? "", rows: Int(columns["data_rows"] ?? "") ?? 0,
                linkedInRows: numbers(columns["expected_linkedin_rows"] ?? ""),
                consentRows: numbers(columns["rows_with_recorded_consent"] ?? ""), columns: columns)
        }
    }()

    /// The sample of a name.
    package static func named(_ name: String) -> Sample? { all.first { $0.name == name } }

    /// `1-3,5` as a set of rows.
    package static func numbers(_ text: String) -> Set<Int> {
        var numbers: Set<Int> = []
        for part in text.split(separator: ",") {
            let ends = part.split(separator: "-").compactMap { Int($0) }
            if let first = ends.first, let last = ends.last, first <= last { numbers.formUnion(first...last) }
        }
        return numbers
    }
}
