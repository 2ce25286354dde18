import HandOver
import StrictYAML
import Testing

@Suite("The file of a tool")
struct ToolReadingTests {
    static let text = """
        tool: owl
        title: Owl Post
        evidence:
          - {source: example.org/import, date: 2026-11-21, grade: A, says: It is so.}
        file:
          ending: csv
          encoding: UTF-16LE
          byte order mark: yes
          delimiter: semicolon
          line end: CRLF
          quotes: where needed
          header: yes
        columns:
          - {name: E-Mail, takes: address}
          - {name: Name, takes: fullName, longest: 5 bytes}
          - {name: State, constant: new}
          - {name: Rest, takes: empty}
        limits: {contacts: 10, bytes: 1000}
        addresses: ASCII
        emoji: refused
        replaced: "'"
        choose: Nothing.
        beware: Anything.
        example:
          contacts:
            - {address: a@example.org, full: "O'Z"}
          file: ["E-Mail;Name;State;Rest\\r\\n", "a@example.org;O Z;new;\\r\\n"]

        """

    @Test("says everything about the file that comes out")
    func whole() throws {
        let tool = try ToolCatalogue(files: [("owl.yaml", Self.text)]).tool("owl")
        var expected: [UInt8] = [0xFF, 0xFE]
        for unit in tool.example.file.utf16 { expected += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(ToolTests.file(tool, tool.example.contacts) == expected)
        #expect(tool.limits.contacts == 10 && tool.limits.bytes == 1000)
        #expect(tool.evidence.first?.grade == .maker)
        #expect(tool.instructions == ["Nothing."] && tool.warnings == ["Anything."])
    }

    @Test(
        "is refused with its place, and the nearest name",
        arguments: [
            ("title:", "titel:", "owl.yaml:2:1", "Did you mean \"title\"?"),
            ("takes: fullName", "takes: fullname", "15:25", "Did you mean \"fullName\"?"),
            ("takes: empty", "takes: address", "14:3", "exactly one column"),
            ("{name: E-Mail, takes: address}", "{name: E-Mail, takes: empty}", "14:3", "exactly one column"),
            ("name: Rest", "name: Name", "17:", "stands twice"), ("5 bytes", "five bytes", "15:", "As in 50"),
            ("5 bytes", "99999999999999999999 bytes", "15:", "As in 50"),
            ("semicolon", "semikolon", "9:", "Did you mean \"semicolon\"?"),
            ("2026-11-21", "yesterday", "4:", "As in 2026-11-21"),
            ("grade: A", "grade: Z", "4:", "unknown grade"),
            ("header: yes", "header: no", "14:", "without a header"),
            ("constant: new", "constant: new, takes: empty", "16:", "takes something or is constant"),
            ("a@example.org, full", "a.example.org, full", "26:", "no address"),
            ("tool: owl", "tool: eagle", "1:7", "Name the file eagle.yaml."),
            ("contacts: 10", "contacts: 0", "18:", "is not from 1"),
            ("\nexample:\n", "\nexamples:\n", "24:1", "Did you mean \"example\"?"),
        ])
    func refused(old: String, new: String, place: String, says: String) {
        let text = Self.text.replacing(old, with: new, maxReplacements: 1)
        #expect(text != Self.text)
        let error = #expect(throws: YAMLError.self) { try ToolCatalogue(files: [("owl.yaml", text)]) }
        let description = error?.description ?? ""
        #expect(description.contains(place) && description.contains(says), "\(description)")
    }

    @Test(
        "needs a source, a column, an example and both kinds of advice",
        arguments: ["evidence", "columns", "example", "choose", "beware", "file", "title"])
    func lacking(key: String) {
        var lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { $0.hasPrefix(key + ":") } ?? 0
        let next = lines[(start + 1)...].firstIndex { $0.first.map { $0 != " " } ?? true } ?? lines.endIndex
        lines.removeSubrange(start..<next)
        let error = #expect(throws: YAMLError.self) {
            try ToolCatalogue(files: [("owl.yaml", lines.joined(separator: "\n"))])
        }
        #expect(error?.message.contains("\"\(key)\" is missing") == true)
    }
}
