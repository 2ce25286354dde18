import CanonicalJSON
import Policies

/// In which rules and settings two policies differ.
struct PolicyDifferenceAnswer: Answer {
    /// The policies as they were asked for.
    let names: (first: String, second: String)
    let difference: PolicyDifference

    func text(in palette: Palette) -> String {
        guard !difference.isEmpty else {
            return "\(names.first) and \(names.second) have the same rules and settings.\n"
        }
        var text = palette.paint("\(names.first) → \(names.second)", .strong) + "\n"
        text += table("settings", difference.parameters, palette)
        text += table("rules", difference.rules, palette)
        return text
    }

    private func table(_ name: String, _ items: [PolicyDifference.Item], _ palette: Palette) -> String {
        guard !items.isEmpty else { return "" }
        var lines = NamedLines()
        for item in items {
            let what =
                [.effect, .parameter, .order].contains(item.aspect) ? "" : " (\(item.aspect.rawValue))"
            lines.add("  \(item.name)\(what)", "\(item.first) → \(item.second)")
        }
        return palette.paint("\n\(name)", .strong) + "\n" + lines.text
    }

    var json: JSONValue {
        .object(of: [
            "first": .string(names.first), "second": .string(names.second),
            "parameters": .array(difference.parameters.map(Self.json)),
            "rules": .array(difference.rules.map(Self.json)),
        ])
    }

    private static func json(_ item: PolicyDifference.Item) -> JSONValue {
        .object(of: [
            "name": .string(item.name), "aspect": .string(item.aspect.rawValue), "first": .string(item.first),
            "second": .string(item.second),
        ])
    }
}
