import Containers
import Testing

@Suite("Objects in JSON")
struct JSONLinesTests {
    static let rows = [
        ["email", "age", "ok", "tags", "name"], ["ada@example.org", "36.50", "true", "", ""],
        [
            "grace@example.net", "123456789012345678901234567890", "", #"["navy", {"a":1}]"#,
            "Grace, \"Amazing\"\n",
        ],
    ]

    @Test(
        "give a row each, under the names of all their members",
        arguments: [
            ("{A}\n{B}\n", [1, 2]), ("{A}\r\n\r\n{B}", [1, 3]), ("[{A},\n{B}]", [1, 2]),
            (" [ {A} , {B} ] ", [1, 1]),
            ("\u{FEFF}{A}{B}", [1, 1]),
        ])
    func objects(form: String, lines: [Int]) throws {
        let text =
            form.split(separator: "{A}", omittingEmptySubsequences: false)
            .joined(separator: #"{"email": "ada@example.org", "age":36.50, "ok":true, "tags":null}"#)
            .split(separator: "{B}", omittingEmptySubsequences: false).joined(
                separator: #"{"name":"Grace, \"Amazing\"\n","email":"grace\u0040example.net","#
                    + #""age":123456789012345678901234567890,"tags":["navy", {"a":1}]}"#)
        let list = try ReadList(text)
        #expect(list.rows == Self.rows)
        #expect(try list.again() == Self.rows)
        #expect(list.content.kind == .jsonLines)
        #expect(list.places == [nil] + lines.map { .line($0) })
    }

    @Test(
        "that are damaged are named by their line",
        arguments: [
            ("{\"a\":1}\n{\"a\":}\n", 2), ("{\"a\":1}\n{\"a\":1\n", 2), ("{\"a\":1}\nhello\n", 2),
            ("{\"a\":1}\n{\"a\":\n 01}\n", 3), ("[{\"a\":1}\n,{\"a\":1}\n", 3), ("{\"a\":1}\n]", 2),
            ("{\"a\":1}\n[{\"a\":2}]", 2), ("{\"a\":\"\\ud800\"}", 1),
        ])
    func damaged(text: String, line: Int) throws {
        let error = #expect(throws: ContainerError.self) { try ReadList(text) }
        #expect(error?.code == .damaged)
        #expect(error?.line == line)
    }

    @Test("are not taken in without bound")
    func limits() throws {
        var limits = ContainerLimits.default
        limits.keys = 2
        limits.objectBytes = 40
        for text in [#"{"a":1,"b":2,"c":3}"#, #"{"a":"\#(String(repeating: "x", count: 50))"}"#] {
            #expect(throws: ContainerError.self) { try ReadList(Array(text.utf8), limits: limits) }
        }
        let deep = "{\"a\":" + String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000) + "}"
        #expect(throws: ContainerError.self) { try ReadList(deep) }
    }

    @Test("without members are no list")
    func empty() throws {
        let error = #expect(throws: ContainerError.self) { try ReadList("{}\n{}\n") }
        #expect(error?.code == .noList)
    }
}
