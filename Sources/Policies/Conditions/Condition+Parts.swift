import StrictYAML

extension Condition {
    /// The condition and every part of it, each before its own parts.
    var parts: [Condition] {
        var found: [Condition] = []
        collect(into: &found)
        return found
    }

    private func collect(into found: inout [Condition]) {
        found.append(self)
        switch self {
        case .all(let parts), .any(let parts): for part in parts { part.collect(into: &found) }
        case .not(let part): part.collect(into: &found)
        case .test: break
        }
    }

    /// The parts that stand directly beneath.
    var children: [Condition] {
        switch self {
        case .all(let parts), .any(let parts): parts
        case .not(let part): [part]
        case .test: []
        }
    }

    /// Where each of ``parts`` stands, in the same order.
    ///
    /// - Parameter node: The node from which the condition was read, before settings were put in: places are those at
    ///   which the author wrote the condition, and not those of the settings.
    static func places(in node: YAMLNode) -> [TextPlace] {
        var places: [TextPlace] = []
        collect(node, into: &places)
        return places
    }

    private static func collect(_ node: YAMLNode, into places: inout [TextPlace]) {
        places.append(node.place)
        guard case .mapping(let pairs) = node.kind, pairs.count == 1, let (key, value) = pairs.first,
            case .scalar(let word, _) = key.kind
        else { return }
        switch (word, value.kind) {
        case ("all", .sequence(let items)), ("any", .sequence(let items)):
            for item in items { collect(item, into: &places) }
        case ("not", _): collect(value, into: &places)
        default: break
        }
    }
}
