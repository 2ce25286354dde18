import CanonicalJSON
import Policies

/// What facts mean, by what they are about.
struct FactsAnswer: Answer {
    /// In the order of the vocabulary.
    let definitions: [FactDefinition]
    /// Whether every name of a long list is told.
    let isInFull: Bool

    func text(in palette: Palette) -> String {
        var text = ""
        var group: FactDefinition.Group?
        for definition in definitions {
            if definition.group != group {
                group = definition.group
                text +=
                    (text.isEmpty ? "" : "\n")
                    + palette.paint("\(definition.group.rawValue): \(definition.group)", .strong) + "\n"
            }
            var lines = NamedLines()
            lines.add("  means", definition.meaning)
            lines.add("  is", isInFull ? definition.type.description : definition.type.brief)
            lines.add("  from", definition.source.description)
            lines.add("  unknown", definition.unknown)
            text += "\n\(definition.name)\n\(lines.text)"
        }
        return text
    }

    var json: JSONValue { .object(of: ["facts": .array(definitions.map(Self.json))]) }

    private static func json(_ definition: FactDefinition) -> JSONValue {
        let (type, values, unit): (String, [String]?, String?) =
            switch definition.type {
            case .boolean: ("boolean", nil, nil)
            case .name(let list): ("name", list.names, nil)
            case .number(let unit): ("number", nil, unit.rawValue)
            case .time: ("time", nil, nil)
            }
        return .object(of: [
            "name": .string(definition.name), "group": .string(definition.group.rawValue),
            "type": .string(type), "values": values.map { .array($0.map { .string($0) }) },
            "unit": unit.map { .string($0) }, "source": .string(definition.source.rawValue),
            "meaning": .string(definition.meaning), "unknown": .string(definition.unknown),
        ])
    }
}
