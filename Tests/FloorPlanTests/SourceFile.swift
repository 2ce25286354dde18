/// A Swift file of the repository, as the floor plan looks at it.
struct SourceFile: Sendable {
    /// Its path from the top of the repository, such as `Sources/Ledger/KeyRing.swift`.
    let path: String
    /// Its lines without their ends.
    let lines: [String]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The target to which it belongs: the second name of its path, and `consentgate` for `Sources/CLI`.
    var target: String {
        let names = path.split(separator: "/")
        guard names.count > 2 else { return "" }
        return names[1] == "CLI" ? "consentgate" : String(names[1])
    }

    /// Whether it is part of what the build itself runs, and so no part of the house.
    var isBuilder: Bool { path.hasPrefix("Sources/Builders/") }

    /// The modules that it imports, with the line of each.
    ///
    /// Knows access levels, attributes (`@testable import X`) and single declarations (`import struct X.Y`).
    var imports: [(module: String, line: Int)] {
        lines.enumerated().compactMap { index, line in
            var words = line.split(separator: " ")
            while let first = words.first, Self.importPrefixes.contains(first) || first.hasPrefix("@") {
                words.removeFirst()
            }
            guard words.first == "import", words.count > 1 else { return nil }
            let named = Self.importKinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
            return (String(named.prefix { $0 != "." && $0 != ";" }), index + 1)
        }
    }

    private static let importPrefixes: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private",
    ]
    private static let importKinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]

    /// The functions and initialisers that span several lines, with their lengths in lines.
    ///
    /// Relies on the formatter, which puts the closing brace of a declaration at the declaration's own indentation.
    var functions: [(line: Int, length: Int)] {
        lines.indices.compactMap { start in
            guard Self.declaresFunction(lines[start]) else { return nil }
            let depth = Self.indentation(lines[start])
            for end in lines.indices where end > start {
                let text = lines[end].drop { $0 == " " }
                if text.isEmpty || Self.indentation(lines[end]) > depth { continue }
                guard Self.indentation(lines[end]) == depth else { return nil }
                if text.hasPrefix(")") { continue }
                return text.hasPrefix("}") ? (start + 1, end - start + 1) : nil
            }
            return nil
        }
    }

    private static func declaresFunction(_ line: String) -> Bool {
        let text = line.drop { $0 == " " }
        guard !text.hasPrefix("//") else { return false }
        let words = text.split(separator: " ").prefix(8)
        return words.contains("func")
            || words.contains { $0 == "init" || $0.hasPrefix("init(") || $0.hasPrefix("init?(") }
    }

    private static func indentation(_ line: String) -> Int { line.prefix { $0 == " " }.count }
}
