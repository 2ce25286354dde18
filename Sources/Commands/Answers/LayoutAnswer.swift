import CanonicalJSON
import Consent
import Origins

/// What is known of the lists of one tool.
struct LayoutAnswer: Answer {
    let layout: Layout

    func text(in palette: Palette) -> String {
        let sheet = LayoutSheet(layout)
        var lines = NamedLines()
        lines.add("layout", layout.id)
        lines.add("tool", layout.tool)
        lines.add("title", layout.title)
        lines.add("seen", sheet.evidence.split(whereSeparator: \.isNewline).joined(separator: " "))
        if let implied = layout.implication {
            lines.add("says", "\(implied.origin.rawValue), \(implied.strength.rawValue)")
        }
        for header in sheet.headers {
            let must = header.must.map { $0.joined(separator: " or ") }.joined(separator: ", ")
            let order = header.order == .any ? "" : ", \(header.order.rawValue)"
            lines.add("header (\(header.language)\(order))", must)
        }
        for column in sheet.columns { lines.add("column \(column.name)", column.meaning.rawValue) }
        for (name, value) in claimLines { lines.add("claim: \(name)", value) }
        for stop in layout.stops {
            for kind in StopKind.allCases {
                guard let words = words(of: stop, kind) else { continue }
                lines.add("stop: \(stop.columns.joined(separator: " or "))", "\(kind.rawValue) if \(words)")
            }
        }
        return lines.text
    }

    private func words(of stop: StopRule, _ kind: StopKind) -> String? {
        if stop.whenFilled.contains(kind) { return "filled" }
        return stop.values[kind].map { $0.texts.joined(separator: ", ") }
    }

    /// The parts of the claim rule that say something, by name.
    private var claimLines: [(name: String, value: String)] {
        guard let claim = layout.claim else { return [] }
        let names: [(String, [String])] = [
            ("time", claim.time), ("ip", claim.ip), ("confirmed time", claim.confirmedTime),
            ("confirmed ip", claim.confirmedIP), ("form", claim.form), ("method", claim.method),
            ("wording", claim.wording), ("requires", claim.requires.map { $0.joined(separator: " or ") }),
            ("values", claim.values.map(Self.shown)), ("unless", claim.unless.map(Self.shown)),
            ("differs", claim.differs.map { $0.joined(separator: " from ") }),
            ("box", claim.needsBox ? ["must be ticked"] : []), ("shared by imports", claim.shared),
            ("never", claim.never),
        ]
        return names.filter { !$0.1.isEmpty }.map { ($0.0, $0.1.joined(separator: ", ")) }
    }

    private static func shown(_ expectation: ClaimRule.Expectation) -> String {
        expectation.columns.joined(separator: " or ") + " = "
            + expectation.words.texts.joined(separator: " or ")
    }

    /// Without the columns, for lists of layouts.
    var brief: JSONValue {
        .object(of: [
            "id": .string(layout.id), "title": .string(layout.title), "tool": .string(layout.tool),
            "origin": layout.implication.map { .string($0.origin.rawValue) },
            "strength": layout.implication.map { .string($0.strength.rawValue) },
            "hasClaim": .boolean(layout.claim != nil), "hasStops": .boolean(!layout.stops.isEmpty),
        ])
    }

    var json: JSONValue {
        let sheet = LayoutSheet(layout)
        return .object(of: [
            "layout": brief, "evidence": .string(sheet.evidence),
            "headers": .array(sheet.headers.map(Self.json)),
            "columns": .array(
                sheet.columns.map {
                    .object(of: ["name": .string($0.name), "meaning": .string($0.meaning.rawValue)])
                }),
            "claim": .array(
                claimLines.map { .object(of: ["part": .string($0.name), "columns": .string($0.value)]) }),
            "stops": .array(layout.stops.flatMap(json)),
        ])
    }

    private static func json(_ header: LayoutSheet.Header) -> JSONValue {
        .object(of: [
            "language": .string(header.language), "order": .string(header.order.rawValue),
            "must": .array(header.must.map { .array($0.map { .string($0) }) }),
            "may": .array(header.may.map { .string($0) }),
        ])
    }

    private func json(_ stop: StopRule) -> [JSONValue] {
        StopKind.allCases.compactMap { kind in
            guard let words = words(of: stop, kind) else { return nil }
            return .object(of: [
                "columns": .array(stop.columns.map { .string($0) }), "kind": .string(kind.rawValue),
                "if": .string(words),
            ])
        }
    }
}
