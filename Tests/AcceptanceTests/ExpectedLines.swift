import Foundation

/// Lines as a script expects them, held against lines as they came.
struct ExpectedLines {
    /// What names such as `<rid>` stand for.
    private(set) var bindings: [String: String] = [:]

    /// A text with the names replaced by what they stand for.
    func filled(_ text: String) -> String {
        bindings.reduce(text) { $0.replacingOccurrences(of: "<\($1.key)>", with: $1.value) }
    }

    /// Holds lines against what is expected; nil if they fit, else the difference as `diff` would print it.
    mutating func difference(_ expected: [String], _ actual: [String]) -> String? {
        var furthest = 0
        if let found = match(expected[...], actual[...], bindings, &furthest, total: actual.count) {
            bindings = found
            return nil
        }
        let common = actual.prefix(furthest).map { "    \($0)" }
        return
            (common + expected.dropFirst(min(furthest, expected.count)).map { "  - \($0)" }
            + actual.dropFirst(furthest).map { "  + \($0)" }).joined(separator: "\n")
    }

    private func match(
        _ expected: ArraySlice<String>, _ actual: ArraySlice<String>, _ bindings: [String: String],
        _ furthest: inout Int, total: Int
    ) -> [String: String]? {
        furthest = max(furthest, total - actual.count)
        guard let line = expected.first else { return actual.isEmpty ? bindings : nil }
        let rest = expected.dropFirst()
        if line == "…" {
            for skipped in 0...actual.count {
                if let found = match(rest, actual.dropFirst(skipped), bindings, &furthest, total: total) {
                    return found
                }
            }
            return nil
        }
        guard let first = actual.first, let found = Self.match(line, first, bindings) else { return nil }
        return match(rest, actual.dropFirst(), found, &furthest, total: total)
    }

    /// Holds one line against its pattern, and gives the names with those that were bound by it.
    static func match(_ pattern: String, _ line: String, _ known: [String: String]) -> [String: String]? {
        var names: [String] = []
        var expression = "^"
        var rest = pattern[...]
        while let character = rest.first {
            if character == "…" {
                expression += ".*"
                rest = rest.dropFirst()
            } else if character == "<", let close = rest.firstIndex(of: ">") {
                let name = String(rest[rest.index(after: rest.startIndex)..<close])
                expression += part(name, known, &names)
                rest = rest[rest.index(after: close)...]
            } else {
                expression += NSRegularExpression.escapedPattern(for: String(character))
                rest = rest.dropFirst()
            }
        }
        let whole = NSRange(line.startIndex..., in: line)
        guard let compiled = try? NSRegularExpression(pattern: expression + "$"),
            let match = compiled.firstMatch(in: line, range: whole)
        else { return nil }
        var bindings = known
        for (place, name) in names.enumerated() {
            if let range = Range(match.range(at: place + 1), in: line) {
                bindings[name] = String(line[range])
            }
        }
        return bindings
    }

    private static func part(_ name: String, _ known: [String: String], _ names: inout [String]) -> String {
        if name == "any" { return ".*" }
        if let value = known[name] { return NSRegularExpression.escapedPattern(for: value) }
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter }) else {
            return NSRegularExpression.escapedPattern(for: "<\(name)>")
        }
        if let place = names.firstIndex(of: name) { return "\\\(place + 1)" }
        names.append(name)
        // As little as fits: a key has a plus sign behind its name and may have some within.
        return "([^\\s\"(),]+?)"
    }
}
