import Consent
import Files
import HandOver
import Ledger
import Lists
import Pages
import Policies

/// The page that a person reads after a vetting.
struct VettingReport {
    private let result: VettingResult
    private let controller: Controller?

    init(_ result: VettingResult, controller: Controller?) {
        self.result = result
        self.controller = controller
    }

    /// The whole page.
    func html() throws -> String {
        try Page.render(
            title: "\(result.list.name): \(result.tally.accepted) of \(result.tally.rows) may be mailed",
            template: ReportTemplate.text, context: context())
    }

    private func context() -> [String: PageValue] {
        let tally = result.tally
        let notes = result.notes.filter { !$0.hasDecided }
        return [
            "list": .text(result.list.name), "purpose": .text(result.purpose.id),
            "controller": .optional(controller?.name), "noController": .flag(controller == nil),
            "rows": .number(tally.rows), "accepted": .number(tally.accepted), "held": .number(tally.held),
            "rejected": .number(tally.rejected), "summary": .text(summary()),
            "verdicts": .chart([
                ChartRow("accepted", Int(clamping: tally.accepted), tone: "accept"),
                ChartRow("held", Int(clamping: tally.held), tone: "hold"),
                ChartRow("rejected", Int(clamping: tally.rejected), tone: "reject"),
            ]),
            "hasRules": .flag(!tally.rules.isEmpty), "ruleChart": .chart(ruleRows()),
            "originChart": .chart(originRows()),
            "rules": .list(rules()), "samples": .list(samples()),
            "hasWarnings": .flag(!result.warnings.isEmpty || !notes.isEmpty),
            "notes": .list(
                notes.map {
                    ["text": .text($0.rule.reason), "rule": .text($0.rule.id), "count": .number($0.count)]
                }),
            "warnings": .list(
                result.warnings.map {
                    ["text": .text($0.text), "count": .optional($0.count.map(String.init))]
                }),
            "facts": .list(
                facts().map { ["name": .text($0.0), "value": .text($0.1), "isHash": .flag($0.2)] }),
            "signs": .list(result.list.signs.map { ["text": .text($0)] }),
            "hasSigns": .flag(!result.list.signs.isEmpty),
            "handOver": .list(handOver()),
        ]
    }

    /// None, or the one tool that the contacts are for; where there are no contacts, there is nothing to hand over.
    private func handOver() -> [PageValue] {
        guard let handOver = result.handOver, handOver.tally.contacts > 0, let path = result.outputs?.handOver
        else { return [] }
        func sentences(_ texts: [String]) -> PageValue { .list(texts.map { ["text": .text($0)] }) }
        return [
            [
                "tool": .text(handOver.tool.title), "file": .text(Path.split(path).name),
                "contacts": .number(handOver.tally.contacts),
                "choose": sentences(handOver.tool.instructions), "beware": sentences(handOver.tool.warnings),
            ]
        ]
    }

    private func summary() -> String {
        let tally = result.tally
        if tally.accepted == tally.rows { return "Everybody on this list may be mailed." }
        if tally.accepted == 0 { return "Nobody on this list may be mailed." }
        if result.handOver != nil {
            return "Hand over the file that is named below, and nothing else of this list."
        }
        return "Import the accepted file into your newsletter tool, and nothing else of this list."
    }

    private func decided() -> [(rule: Rule, count: UInt64)] {
        let rules = result.policy.policy.rules
        return result.tally.rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            (rules[$0.key], $0.value)
        }
    }

    private func ruleRows() -> [ChartRow] {
        decided().map { rule, count in
            ChartRow(
                "\(rule.id) \(rule.slug)", Int(clamping: count), tone: rule.effect.verdict?.rawValue ?? "")
        }
    }

    private func originRows() -> [ChartRow] {
        result.tally.origins.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
            .map { ChartRow($0.key.rawValue, Int(clamping: $0.value)) }
    }

    private func rules() -> [PageValue] {
        decided().map { rule, count in
            [
                "id": .text(rule.id), "slug": .text(rule.slug),
                "verdict": .text(rule.effect.verdict?.rawValue ?? ""),
                "count": .number(count), "reason": .text(rule.reason), "cure": .text(rule.cure),
                "law": .text(rule.law),
                "asks": .list(
                    rule.ownFacts.map { ["name": .text($0.name), "meaning": .text($0.definition.meaning)] }),
            ]
        }
    }

    private func samples() -> [PageValue] {
        [Verdict.reject, .hold, .accept].compactMap { verdict in
            guard let samples = result.tally.samples[verdict], !samples.isEmpty else { return nil }
            let total = result.tally.verdicts[verdict] ?? 0
            let title =
                switch verdict {
                case .accept: "Accepted"
                case .hold: "Held"
                case .reject: "Rejected"
                }
            return [
                "title": .text(title), "verdict": .text(verdict.rawValue),
                "isPart": .flag(total > UInt64(samples.count)), "shown": .number(samples.count),
                "total": .number(total),
                "rows": .list(samples.map(sample)),
            ]
        }
    }

    private func sample(_ sample: Tally.Sample) -> PageValue {
        [
            "row": .number(sample.row), "address": .text(sample.address ?? "no address"),
            "rule": .text((sample.rule ?? sample.basis)?.id ?? ""),
            "reason": .text(sample.reason.isEmpty ? "A recorded opt-in stands." : sample.reason),
            "origin": .text(sample.origin.rawValue),
        ]
    }

    /// Name, value, and whether the value is a digest.
    private func facts() -> [(String, String, Bool)] {
        let list = result.list
        let delimiters = [",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"]
        var facts: [(String, String, Bool)] = [
            ("Layout", list.layoutTitle ?? "not one that is known", false),
            ("Came as", list.packaging.text, false),
            ("Header", list.headerLine > 0 ? "line \(list.headerLine)" : "none", false),
            ("Columns", list.columnsInALine.isEmpty ? "none is known" : list.columnsInALine, false),
            (
                "Text",
                "\(list.encoding), \(delimiters[list.delimiter] ?? list.delimiter)-separated, \(list.bytes) bytes",
                false
            ),
            ("List, SHA-256", list.sha256, true),
            ("Policy", "\(result.policy.policy.title) (\(result.policy.policy.id), \(sourceText()))", false),
            ("Policy, SHA-256", result.policy.sha256, true), ("Adopted policy", adoptedText(), false),
            ("Vetted", result.vettedAt.description, false),
        ]
        let passed = result.tally.passedOver
        let headers = passed.headers.count + passed.repeatedHeaders.count
        let others = [
            (headers == 1 ? "header" : "headers", headers),
            ("above a header", passed.preamble.count), ("footers", passed.footers.count),
            ("blank", passed.blank.count),
        ]
        let told = others.filter { $0.1 > 0 }.map { ", \($0.1) \($0.0)" }.joined()
        facts.append(
            ("Records", "\(result.tally.rows + passed.total): contacts \(result.tally.rows)\(told)", false))
        return facts.filter { !$0.1.isEmpty }
    }

    private func adoptedText() -> String {
        guard let adopted = result.adopted else { return "none is adopted" }
        return result.isByAdoptedPolicy == true
            ? "this one, since \(adopted.at.day)"
            : "another: \(adopted.id), since \(adopted.at.day), SHA-256 \(adopted.sha256)"
    }

    private func sourceText() -> String {
        switch result.policy.source {
        case .shipped: "as shipped with the program"
        case .home: "your own file in the ledger's folder"
        case .file: "a file named with --policy"
        case .log: "as it was adopted, from the log"
        }
    }
}
