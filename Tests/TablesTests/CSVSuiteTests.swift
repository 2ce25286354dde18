import Foundation
import Tables
import Testing

@Suite("CSV cases that others published")
struct CSVSuiteTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Fixtures")

    private static func names(in folder: String) -> [String] {
        let files = try? FileManager.default.contentsOfDirectory(
            atPath: fixtures.appending(path: folder).path)
        return (files ?? []).filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: Self.fixtures.appending(path: path)))
    }

    private func json(_ path: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(contentsOf: Self.fixtures.appending(path: path)))
    }

    /// The rows under the header, by the names of the header.
    private func objects(_ table: ReadTable) -> [[String: String]] {
        let header = table.cells.first ?? []
        return table.filledRows.dropFirst().map { row in
            Dictionary(zip(header, row.cells), uniquingKeysWith: { first, _ in first })
        }
    }

    @Test("csv-spectrum", arguments: names(in: "csv-spectrum/csvs"))
    func spectrum(name: String) throws {
        let table = ReadTable(detecting: try bytes("csv-spectrum/csvs/\(name).csv"))
        let document = try json("csv-spectrum/json/\(name).json")
        #expect(table.error == nil)
        if name == "location_coordinates", var expected = document as? [String: String] {
            // A departure: this one is no array, and names another telephone number than its table.
            expected["Contact Phone Number"] = table.cells.last?.first
            #expect(objects(table) == [expected])
        } else {
            #expect(objects(table) == document as? [[String: String]])
        }
        #expect(table.rows.allSatisfy { !$0.hasLooseQuotes })
    }

    @Test("csv-spectrum is whole")
    func whole() {
        #expect(Self.names(in: "csv-spectrum/csvs").count == 12)
        #expect(Self.names(in: "csvw").count == 9)
    }

    @Test(
        "the W3C's CSV on the Web",
        arguments: ["test001", "test005", "test006", "test007", "test008", "test009", "test010"].map {
            ($0, $0)
        } + [("countries", "test028")])
    func csvw(name: String, result: String) throws {
        let table = ReadTable(detecting: try bytes("csvw/\(name).csv"))
        let document = try #require(try json("csvw/\(result).json") as? [String: Any])
        let tables = try #require(document["tables"] as? [[String: Any]])
        let rows = try #require(tables.first?["row"] as? [[String: Any]])
        let described = rows.compactMap { ($0["describes"] as? [[String: String]])?.first }
        // An empty cell is null in CSVW, and null is left out of its JSON.
        #expect(objects(table).map { $0.filter { !$0.value.isEmpty } } == described)
        // `#row=` is the record's number, the header being the first.
        #expect(
            rows.map { ($0["url"] as? String)?.split(separator: "=").last }
                == table.filledRows.dropFirst().map { "\($0.number)" })
    }

    @Test("the W3C's CSV on the Web, in minimal mode and without a header")
    func csvwShapes() throws {
        let minimal = try #require(try json("csvw/test029.json") as? [[String: String]])
        #expect(objects(ReadTable(detecting: try bytes("csvw/countries.csv"))) == minimal)
        let document = try #require(try json("csvw/test023.json") as? [String: Any])
        let rows = try #require((document["tables"] as? [[String: Any]])?.first?["row"] as? [[String: Any]])
        let described = rows.compactMap { ($0["describes"] as? [[String: String]])?.first }
        let table = ReadTable(detecting: try bytes("csvw/tree-ops.csv"))
        let numbered = table.cells.map { row in
            Dictionary(uniqueKeysWithValues: row.enumerated().map { ("_col.\($0 + 1)", $1) })
        }
        #expect(numbered == described)
    }
}
