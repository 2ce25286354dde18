import Testing

@Suite("The rules of the house")
struct HouseRulesTests {
    private func everyFile() throws -> [SourceFile] {
        try Repository.swiftFiles(in: "Sources") + Repository.swiftFiles(in: "Tests")
    }

    /// The patterns are put together here, so that this file does not hold them itself.
    static let forbidden: [(pattern: String, instead: String)] = [
        ("try" + "!", "throw, or handle the error"),
        ("@unchecked" + " Sendable", "make it a value, or guard it with a Mutex"),
        ("TO" + "DO", "do it, or leave it out"),
        ("FIX" + "ME", "mend it"),
        ("/wo" + "rk/", "no path of one machine"),
        ("/ro" + "ot/", "no path of one machine"),
    ]

    @Test("what is forbidden stands nowhere", arguments: forbidden)
    func nothingForbidden(pattern: String, instead: String) throws {
        let places = try everyFile().flatMap { file in
            file.lines.enumerated().filter { $0.element.contains(pattern) }
                .map { "\(file.path):\($0.offset + 1): \(instead)" }
        }
        #expect(places == [])
    }

    @Test("the sources name no temporary folder of one machine")
    func noTemporaryFolder() throws {
        let pattern = "/t" + "mp/"
        let files = try Repository.swiftFiles(in: "Sources").filter { file in
            file.lines.contains { $0.contains(pattern) }
        }
        #expect(files.map(\.path) == [])
    }

    @Test("no file has over 500 lines")
    func filesAreShort() throws {
        #expect(try everyFile().filter { $0.lines.count > 500 }.map(\.path) == [])
    }

    @Test("no function has over 60 lines")
    func functionsAreShort() throws {
        let long = try Repository.swiftFiles(in: "Sources").flatMap { file in
            file.functions.filter { $0.length > 60 }.map { "\(file.path):\($0.line): \($0.length) lines" }
        }
        #expect(long == [])
    }

    @Test("no file or type has a name that says nothing")
    func namesSaySomething() throws {
        let empty = ["Utils", "Helpers", "Manager", "Common", "Extensions"]
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "actor", "typealias"]
        let found = try everyFile().flatMap { file in
            let names = file.lines.flatMap { line in
                let words = line.split(whereSeparator: { " :<{(=".contains($0) })
                return zip(words, words.dropFirst()).filter { kinds.contains($0.0) }.map { String($0.1) }
            }
            return (names + [file.path]).filter { name in empty.contains { name.contains($0) } }
        }
        #expect(found == [])
    }

    @Test("the top of the repository holds what was asked for, and nothing else that is seen")
    func topIsTidy() throws {
        // Package.resolved is made by every build and never committed.
        let names = try Repository.visibleNames().filter { $0 != "Package.resolved" }
        #expect(names == ["LICENSE", "Package.swift", "README.md", "Sources", "Tests", "policies"])
    }

    @Test("measures functions by the brace at their own indentation")
    func measuresFunctions() {
        let body = (1...61).map { "        print(\($0))" }.joined(separator: "\n")
        let text = """
            protocol Door {
                func open()
            }
            struct Hall: Door {
                init() {}
                func open(
                    slowly: Bool
                ) {
            \(body)
                }
                func close() { print("shut") }
            }
            """
        let functions = SourceFile(path: "Sources/Gate/Hall.swift", text: text).functions
        #expect(functions.map(\.line) == [6])
        #expect(functions.map(\.length) == [65])
    }
}
