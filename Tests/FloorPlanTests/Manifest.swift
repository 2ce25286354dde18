/// What `Package.swift` says of the targets, as far as the floor plan needs it.
struct Manifest {
    /// Dependencies within the house, by target.
    let dependencies: [String: [String]]
    /// Targets that have a target of tests, by the name before `Tests`.
    let tested: Set<String>

    /// Reads the calls `room("Name", [...])` and `tests("Name", [...])`, and the target of the program.
    init(parsing text: String) {
        var dependencies: [String: [String]] = [:]
        var tested: Set<String> = []
        for call in Self.calls(of: "room", in: text) {
            guard let name = call.first else { continue }
            dependencies[name] = Array(call.dropFirst())
        }
        for call in Self.calls(of: "tests", in: text) { call.first.map { _ = tested.insert($0) } }
        // Targets of tests with settings of their own are written out: .testTarget(name: "AcceptanceTests", …).
        for piece in text.split(separator: ".testTarget(").dropFirst() {
            guard let name = Self.quoted(piece).first, name.hasSuffix("Tests"), name != "Tests" else {
                continue
            }
            tested.insert(String(name.dropLast("Tests".count)))
        }
        self.dependencies = dependencies
        self.tested = tested
    }

    /// The quoted words of every call of a function, up to the parenthesis that closes it.
    private static func calls(of name: String, in text: String) -> [[String]] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.drop { $0 == " " } }
            .filter { $0.hasPrefix("\(name)(") }
            .map { line in
                var depth = 0
                let end = text[line.startIndex...].firstIndex { character in
                    if character == "(" { depth += 1 }
                    if character == ")" { depth -= 1 }
                    return character == ")" && depth == 0
                }
                return quoted(text[line.startIndex..<(end ?? text.endIndex)])
            }
    }

    private static func quoted(_ text: Substring) -> [String] {
        text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
