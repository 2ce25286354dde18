import CanonicalJSON
import Consent
import Gate

/// Whose verdict two policies see differently.
struct ListComparisonAnswer: Answer {
    /// The policies as they were asked for.
    let names: (first: String, second: String)
    let list: String
    let purpose: Purpose
    let comparison: ListComparison

    // MARK: For people

    func text(in palette: Palette) -> String {
        let moved = comparison.movedRows
        let head = "\(list) for \(purpose.id): \(moved) of \(comparison.rows) contacts get another verdict"
        var text = palette.paint(head, .strong) + "\n\n" + counts(palette)
        text += table("verdicts that change", comparison.changes.filter(\.isOfVerdict), palette)
        text += table(
            "the same verdict by another rule", comparison.changes.filter { !$0.isOfVerdict }, palette)
        return text + rows(palette)
    }

    private func counts(_ palette: Palette) -> String {
        let names = [("accepted", Verdict.accept), ("held", .hold), ("rejected", .reject)]
        var columns = Columns()
        columns.add(["", self.names.first, self.names.second])
        for (name, verdict) in names {
            columns.add([
                name, String(comparison.first[verdict] ?? 0), String(comparison.second[verdict] ?? 0),
            ])
        }
        return columns.text
    }

    private func table(_ name: String, _ changes: [ListComparison.Change], _ palette: Palette) -> String {
        guard !changes.isEmpty else { return "" }
        return palette.paint("\n\(name)", .strong) + "\n"
            + changes.map { "  \($0.first) → \($0.second): \($0.count)\n" }.joined()
    }

    private func rows(_ palette: Palette) -> String {
        guard !comparison.examples.isEmpty else { return "" }
        var columns = Columns()
        columns.add(["  row", "address", names.first, names.second])
        for row in comparison.examples {
            columns.add(["  \(row.number)", row.address ?? "no address", "\(row.first)", "\(row.second)"])
        }
        let all = comparison.changes.reduce(0) { $0 + $1.count }
        let shown = comparison.examples.count
        let title = UInt64(shown) < all ? "the first \(shown) of \(all) rows (--rows)" : "the rows"
        return palette.paint("\n\(title)", .strong) + "\n" + columns.text
    }

    // MARK: For programs

    var json: JSONValue {
        .object(of: [
            "list": .string(list), "purpose": .string(purpose.id),
            "rows": .integer(Int64(clamping: comparison.rows)),
            "first": Self.json(names.first, comparison.first),
            "second": Self.json(names.second, comparison.second),
            "moved": .integer(Int64(clamping: comparison.movedRows)),
            "changes": .array(
                comparison.changes.map { change in
                    .object(of: [
                        "first": Self.json(change.first), "second": Self.json(change.second),
                        "rows": .integer(Int64(clamping: change.count)),
                    ])
                }),
            "examples": .array(
                comparison.examples.map { row in
                    .object(of: [
                        "row": .integer(Int64(clamping: row.number)),
                        "address": row.address.map { .string($0) }, "first": Self.json(row.first),
                        "second": Self.json(row.second),
                    ])
                }),
        ])
    }

    private static func json(_ name: String, _ counts: [Verdict: UInt64]) -> JSONValue {
        func count(_ verdict: Verdict) -> JSONValue { .integer(Int64(clamping: counts[verdict] ?? 0)) }
        return .object(of: [
            "policy": .string(name), "accepted": count(.accept), "held": count(.hold),
            "rejected": count(.reject),
        ])
    }

    private static func json(_ outcome: ListComparison.Outcome) -> JSONValue {
        .object(of: [
            "verdict": .string(outcome.verdict.rawValue), "rule": outcome.rule.map { .string($0) },
        ])
    }
}
