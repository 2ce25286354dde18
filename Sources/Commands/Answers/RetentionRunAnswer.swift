import CanonicalJSON
import Ledger
import Retention

/// What a run of retention destroyed.
struct RetentionRunAnswer: Answer {
    let result: RetentionResult

    var json: JSONValue { result.json }

    func text(in palette: Palette) -> String {
        guard let record = result.record else { return "Nothing is past its time.\n" }
        var lines = NamedLines()
        for kind in RetentionPlan.Kind.allCases {
            if let count = result.destroyed[kind], count > 0 { lines.add(kind.rawValue, "\(count)") }
        }
        if result.records > 0 {
            let state = result.isDestroyed ? "destroyed" : palette.paint("not destroyed yet", .bad)
            lines.add("records", "\(result.records), \(state)")
        }
        if let tombstone = result.tombstone { lines.add("tombstone", tombstone.description) }
        if result.filesLeftAlone > 0 {
            lines.add("left alone", "\(result.filesLeftAlone) files that are not what vet wrote any more")
        }
        lines.add("record", record.description)
        return lines.text
    }
}
