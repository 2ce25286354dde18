import CanonicalJSON
import Consent
import Gate
import HandOver
import Lists
import Policies

/// What `vet` answers.
struct VettingAnswer: Answer {
    let result: VettingResult
    let controller: Controller?

    var json: JSONValue { result.json }

    func text(in palette: Palette) -> String {
        let tally = result.tally
        var text = palette.paint(
            "\(result.list.name): \(tally.accepted) of \(tally.rows) may be mailed for \(result.purpose.id)",
            .strong)
        text += "\n" + layout() + "\n"
        text += line("accepted", tally.accepted, result.outputs?.accepted, palette, .good)
        text += line("held", tally.held, result.outputs?.held, palette, .doubtful)
        text += line("rejected", tally.rejected, result.outputs?.rejected, palette, .bad)
        text += why(palette)
        for note in result.notes where !note.hasDecided {
            text += "\nnote: \(note.rule.reason) (\(note.rule.id): \(note.count))\n"
        }
        for warning in result.warnings {
            let count = warning.count.map { " (\($0))" } ?? ""
            text += "\nnote: \(warning.text)\(count)\n"
        }
        if controller == nil {
            text +=
                "\nnote: the controller has no name yet. Name it with: consentgate init --controller NAME\n"
        }
        if !result.tally.released.isEmpty {
            let rules = result.policy.policy.rules
            let counts = result.tally.released.sorted { $0.key < $1.key }
                .map { "\(rules[$0.key].id) \($0.value)" }.joined(separator: ", ")
            text += "\nnote: contacts pass because somebody released a hold: \(counts)\n"
        }
        text += handOver()
        if let outputs = result.outputs {
            text += "\nreport       \(outputs.report)\ncertificate  \(outputs.certificate)\n"
        } else if result.run == nil {
            text += "\nNothing was written (--dry-run).\n"
        }
        if let run = result.run { text += "run          \(run)\n" }
        return text
    }

    /// What to hand to the tool, and how.
    private func handOver() -> String {
        guard let handOver = result.handOver else { return "" }
        guard handOver.tally.contacts > 0 else {
            return "\nThere is nobody to hand over to \(handOver.tool.title).\n"
        }
        let contacts = handOver.tally.contacts == 1 ? "1 contact" : "\(handOver.tally.contacts) contacts"
        let file = result.outputs?.handOver ?? "what was sent to standard output"
        return "\nHand \(file) (\(contacts)) to \(handOver.tool.title), and nothing else of this list.\n"
            + ToolAdvice(tool: handOver.tool).text
    }

    /// What the list was taken for.
    private func layout() -> String {
        let list = result.list
        let layout = list.layoutTitle.map { "\($0), " } ?? ""
        let source =
            switch result.policy.source {
            case .shipped: ""
            case .home: ", your own file"
            case .file(let path): ", \(path)"
            case .log: ", as adopted"
            }
        let header =
            list.packaging.isConverted
            ? "" : list.headerLine > 0 ? ", header on line \(list.headerLine)" : ", no header"
        let text = list.packaging.text.isEmpty ? list.encoding : list.packaging.text
        let columns = list.columnsInALine.isEmpty ? "" : "columns: \(list.columnsInALine)\n"
        return "\(layout)\(text)\(header), policy \(result.policy.policy.id)\(source)\n\(columns)"
    }

    private func line(
        _ name: String, _ count: UInt64, _ path: String?, _ palette: Palette, _ tone: Palette.Tone
    ) -> String {
        let number = String(count)
        let width = String(result.tally.rows).count
        let left = name + String(repeating: " ", count: 10 - name.count + width - number.count) + number
        return palette.paint(left, count > 0 ? tone : .faint) + (path.map { "  \($0)" } ?? "") + "\n"
    }

    /// The rules that decided, the most frequent first, each with its reason and what helps.
    private func why(_ palette: Palette) -> String {
        let rules = result.policy.policy.rules
        let decided = result.tally.rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return decided.map { index, count in
            let rule = rules[index]
            let verdict = rule.effect.verdict ?? .hold
            let head = palette.paint(
                "\(verdict.rawValue) \(rule.id) \(rule.slug)", verdict == .hold ? .doubtful : .bad)
            return "\n\(head): \(count)\n  \(rule.reason)\n  What helps: \(rule.cure)\n"
        }.joined()
    }
}
