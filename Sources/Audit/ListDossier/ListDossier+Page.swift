import CanonicalJSON
import Consent
import Cryptography
import Ledger
import MerkleLog
import Pages

extension ListDossier {
    /// The dossier as one HTML page; addresses in it are shortened.
    package func page() throws -> String {
        try Page.render(
            title: "List dossier \(trail.run.description.prefix(8))", template: Self.template,
            context: head.merging(body) { $1 })
    }

    private var head: [String: PageValue] {
        let record = trail.record
        let checkpoint = trail.checkpoint.checkpoint
        return [
            "madeAt": .text(madeAt.description), "id": .text(id), "program": .text(notes.program),
            "case": .optional(notes.caseText), "controller": .optional(controller?.words),
            "run": .text(trail.run.description), "recordedAt": .text(trail.recordedAt.description),
            "purpose": .text(record["purpose"]?.text ?? "?"), "statement": .text(statement),
            "rows": .number(record["rows"]?.number ?? 0),
            "accepted": .number(record["accepted"]?.number ?? 0),
            "held": .number(record["held"]?.number ?? 0),
            "rejected": .number(record["rejected"]?.number ?? 0),
            "layout": .optional(record["list"]?["layout"]?.text), "tool": .optional(record["tool"]?.text),
            "entry": .text(String(trail.index)), "leafHash": .text(receipt.leafHash),
            "receipt": .text(SubjectDossier.receiptName(trail.run)),
            "origin": .text(checkpoint.origin), "size": .number(checkpoint.size),
            "root": .text(checkpoint.root.base64), "key": .text(trail.verifierKey.text),
            "glossary": Glossary.list,
            "parts": .list(
                Self.parts.map { ["anchor": .text($0.0), "title": .text($0.1)] }),
        ]
    }

    private static let parts = [
        ("result", "What was found"), ("files", "The files, and whether one is the approved one"),
        ("policy", "The policy"), ("sample", "Some people, looked at again"),
        ("releases", "Releases of held rows"), ("suppression", "The do-not-mail list"),
        ("sending", "The sending and the newsletter tool"), ("wordings", "What the people were shown"),
        ("proof", "How to check this"), ("gaps", "What this dossier cannot say"),
        ("words", "Words used here"),
    ]

    private var body: [String: PageValue] {
        [
            "charts": .list(
                trail.charts.map { ["title": .text($0.title), "chart": .chart($0.rows)] }),
            "rules": .list(rules.map(ruleContext)), "hasRules": .flag(!rules.isEmpty),
            "files": .list(
                files.map { file in
                    [
                        "words": .text(file.words), "sha256": .text(file.sha256),
                        "bytes": .number(file.bytes),
                        "approved": .text(ListFileWords.isApproved(file.name) ? "yes" : "no"),
                    ]
                }),
            "policyName": .text(trail.record["policy"]?["id"]?.text ?? "?"),
            "policyDigest": .text(trail.record["policy"]?["sha256"]?.text ?? "?"),
            "policySource": .text(policySource),
            "policyFiles": .list(
                notes.policyFiles.enumerated().map { place, file in
                    [
                        "file": .text(Self.fileName(of: file, place)),
                        "sha256": .text(SHA256.digest(of: Array(file.text.utf8)).hex),
                    ]
                }), "hasPolicyFiles": .flag(!notes.policyFiles.isEmpty),
            // The policy's own file alone: the catalogue under it is as long as a book, and lies beside.
            "policyText": .optional(notes.policyFiles.first?.text),
            "seed": .text(sample.seed), "population": .number(sample.population),
            "drawn": .number(sample.items.count), "failures": .number(sample.failures),
            "hasSample": .flag(!sample.items.isEmpty), "hasFailures": .flag(sample.failures > 0),
            "items": .list(sample.items.map(Self.context)),
            "releasedRules": .list(
                releasedRules.map { rule in
                    ["title": .text(notes.title(ofRule: rule.id)), "count": .number(rule.count)]
                }),
            "releases": .list(
                releases.map { record in
                    [
                        "recordedAt": .text(record.event.recordedAt.description),
                        "words": .text(record.release?.text ?? record.event.kind.words),
                        "reason": .optional(record.reason), "index": .text(String(record.index)),
                    ]
                }),
            "suppressionCount": .number(suppressionCount),
            "hasDeclared": .flag(!declarations.isEmpty),
            "declared": .list(
                declarations.map { found in
                    [
                        "question": .text(notes.facts[found.name] ?? found.name),
                        "value": .text(found.declaration.words), "since": .text(found.declaration.at.day),
                    ]
                }),
            "wordings": .list(wordings.map(\.context)),
            "gaps": .list(gaps.map { ["text": .text($0.text)] }),
        ]
    }

    private var policySource: String {
        if let adoption { return "adopted: entry \(adoption.index) of the log holds its files" }
        switch trail.record["policy"]?["source"]?.text {
        case "shipped": return "came with the program"
        case "home": return "a file in the ledger's folder"
        default: return "a file that was named for this vetting"
        }
    }

    private func ruleContext(_ rule: (id: String, count: Int64)) -> PageValue {
        [
            "title": .text(notes.title(ofRule: rule.id)), "count": .number(rule.count),
            "reason": .text(notes.rules[rule.id]?.reason ?? "The words of this rule are no longer at hand."),
            "law": .text(notes.rules[rule.id]?.law ?? "not at hand"),
        ]
    }

    private static func context(of item: ListSample.Item) -> PageValue {
        [
            "row": .number(item.row), "subject": .text(item.subject),
            "happened": .text(item.yes.map { $0.occurredAt?.description ?? "not told" } ?? "no yes"),
            "entry": .text(item.yes.map { String($0.sequence) } ?? "none"),
            "grade": .text(item.yes?.grade.name ?? "none"),
            "wording": .text(item.yes?.wording?.description ?? "none"),
            "evidence": .text(item.evidenceWords), "now": .text(item.stateNow.rawValue),
            "finding": .text(
                item.problems.isEmpty ? "holds" : "FAILS: " + item.problems.joined(separator: ", ")),
            "tone": item.problems.isEmpty ? "good" : "bad",
        ]
    }
}
