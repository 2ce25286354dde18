import CanonicalJSON
import Consent
import Ledger
import MerkleLog

/// What a restoration or a drill did and found.
struct RestorationAnswer: Answer {
    let outcome: RestorationOutcome
    let isDrill: Bool

    private var findings: [LedgerExamination.Finding] { outcome.examination.findings }

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        if isDrill {
            lines.add(
                "drill",
                findings.isEmpty
                    ? palette.paint("these backups would do", .good)
                    : palette.paint("these backups can be restored, and something is wrong in them", .bad))
        } else {
            lines.add("restored", outcome.home)
        }
        let checkpoint = outcome.checkpoint.checkpoint
        lines.add("log", "\(checkpoint.origin), \(checkpoint.size) entries")
        for origin in outcome.origins { lines.add(origin.part.rawValue, Self.words(origin)) }
        lines.add(
            "examined",
            "\(outcome.examination.entries) entries, \(outcome.examination.records) records, \(outcome.examination.files) files of evidence"
        )
        for finding in findings.prefix(20) { lines.add("wrong", "\(finding.place): \(finding.problem)") }
        if findings.count > 20 { lines.add("", "and \(findings.count - 20) more: consentgate verify") }
        if let aside = outcome.keptAside {
            lines.add("before", "\(aside): remove it when you no longer need it; it holds keys and records.")
        }
        for remark in outcome.remarks { lines.add("note", remark) }
        for remark in outcome.examination.remarks.prefix(20) {
            lines.add("note", "\(remark.place): \(remark.problem)")
        }
        return lines.text
    }

    private static func words(_ origin: RestorationOutcome.Origin) -> String {
        let home = "what lay in the home"
        guard let madeAt = origin.madeAt else { return home }
        let folders = origin.folders.joined(separator: " and ")
        return "\(folders), of \(madeAt)" + (origin.fromHome ? ", united with \(home)" : "")
    }

    var json: JSONValue {
        .object(of: [
            "isDrill": .boolean(isDrill), "home": isDrill ? nil : .string(outcome.home),
            "log": .string(outcome.checkpoint.checkpoint.origin),
            "size": .integer(Int64(clamping: outcome.checkpoint.checkpoint.size)),
            "holds": .boolean(findings.isEmpty),
            "parts": .array(
                outcome.origins.map { origin in
                    .object(of: [
                        "part": .string(origin.part.rawValue),
                        "from": .array(origin.folders.map { .string($0) }),
                        "madeAt": origin.madeAt.map { .string($0.description) },
                        "fromHome": .boolean(origin.fromHome),
                    ])
                }),
            "entries": .integer(Int64(clamping: outcome.examination.entries)),
            "records": .integer(Int64(clamping: outcome.examination.records)),
            "files": .integer(Int64(clamping: outcome.examination.files)),
            "findings": .array(
                findings.map { .object(of: ["place": .string($0.place), "problem": .string($0.problem)]) }),
            "keptAside": outcome.keptAside.map { .string($0) },
            "remarks": .array(outcome.remarks.map { .string($0) }),
        ])
    }
}
