import Testing

@Suite("Expected lines")
struct ExpectedLinesTests {
    @Test(
        "fit what they should",
        arguments: [
            (["a"], ["a"]), (["a…"], ["abc"]), (["…", "b"], ["x", "y", "b"]), (["…"], []),
            (["<x> <x>"], ["1 1"]), (["at <any>."], ["at 12 o'clock."]), (["(a+)"], ["(a+)"]),
        ])
    func fit(expected: [String], actual: [String]) {
        var lines = ExpectedLines()
        #expect(lines.difference(expected, actual) == nil)
    }

    @Test(
        "do not fit what they should not",
        arguments: [
            (["a"], ["b"]), (["a"], []), ([], ["a"]), (["<x> <x>"], ["1 2"]), (["…", "b"], ["x"]),
            (["a+"], ["aa"]),
        ])
    func differ(expected: [String], actual: [String]) {
        var lines = ExpectedLines()
        #expect(lines.difference(expected, actual) != nil)
    }

    @Test("bind a name for what follows")
    func bind() {
        var lines = ExpectedLines()
        #expect(lines.difference(["rid <rid>"], ["rid 42"]) == nil)
        #expect(lines.filled("show <rid>") == "show 42")
        #expect(lines.difference(["<rid>"], ["43"]) == "  - <rid>\n  + 43")
    }
}
