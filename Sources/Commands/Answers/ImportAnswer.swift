import CanonicalJSON
import Claims
import Consent

/// What an import took over, and why not the rest.
struct ImportAnswer: Answer {
    let result: ImportResult

    var json: JSONValue { result.json }

    func text(in palette: Palette) -> String {
        let tally = result.tally
        let claims = tally[.recorded] + tally[.known]
        var text =
            palette.paint("\(result.listName): \(claims) of \(tally.rows) rows claim an opt-in", .strong)
            + " for \(result.purpose)\n"
        text += "\(result.layoutTitle ?? "no known layout"), imported as \(result.system), "
        text += "wording \(result.wording?.description ?? "not told")\n\n"
        text += line("recorded", tally[.recorded], palette, .good)
        text += line("already known", tally[.known], palette, .good)
        text += line("not a claim", tally[.notAClaim], palette, .doubtful)
        text += line("refused", tally[.refused], palette, .bad)
        text += stops("withdrawals", tally.withdrawals) + stops("objections", tally.objections)
        for item in tally.reasonCounts {
            let head = palette.paint(
                "\(item.outcome.rawValue) \(item.reason.code)", item.outcome == .refused ? .bad : .doubtful)
            text += "\n\(head): \(item.rows)\n  \(item.reason.text)\n"
        }
        for note in notes { text += "\nnote: \(note)\n" }
        if let outcomes = result.outcomes { text += "\noutcomes  \(outcomes)\n" }
        if let run = result.run { text += "\nrun  \(run)\n" }
        return text
    }

    private func line(_ name: String, _ count: UInt64, _ palette: Palette, _ tone: Palette.Tone) -> String {
        let number = String(count)
        let width = String(result.tally.rows).count
        let padding = String(repeating: " ", count: max(0, 13 - name.count + width - number.count))
        return palette.paint("\(name)\(padding)  \(number)", count > 0 ? tone : .faint) + "\n"
    }

    private func stops(_ name: String, _ stops: ImportTally.Stops) -> String {
        guard stops.recorded + stops.known > 0 else { return "" }
        return "\n\(name): \(stops.recorded) recorded, \(stops.known) already known\n"
    }

    private var notes: [String] {
        let tally = result.tally
        var notes: [String] = []
        if result.isDryRun {
            notes.append("Nothing was recorded (--dry-run).")
        } else if !tally.hasRecorded {
            notes.append("Nothing was new.")
        }
        if tally[.recorded] > 0, result.wording == nil {
            notes.append(
                "Without the words that the people saw, the policy gdpr holds them. "
                    + "Publish those words and import the file again with --wording.")
        }
        if tally.withoutZone > 0 {
            notes.append("\(tally.withoutZone) times have no zone and were taken for UTC.")
        }
        if tally.dayOnly > 0 { notes.append("Of \(tally.dayOnly) claims only the day is known.") }
        return notes
    }
}
