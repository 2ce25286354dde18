package import CanonicalJSON
import Consent
import Ledger
import Lists
import Origins
import Policies

extension VettingResult {
    /// The number of contacts that each rule decided, by its id.
    package var rulesJSON: JSONValue {
        let rules = policy.policy.rules
        return .object(
            rules.indices.compactMap { index in
                tally.rules[index].map { .init(rules[index].id, .integer(Int64(clamping: $0))) }
            })
    }

    /// The facts that each deciding rule asks for, by its id.
    private var ruleFactsJSON: JSONValue {
        let rules = policy.policy.rules
        return .object(
            rules.indices.filter { tally.rules[$0] != nil }.map { index in
                .init(rules[index].id, .array(rules[index].facts.map { .string($0.name) }))
            })
    }

    /// The number of contacts of each origin.
    package var originsJSON: JSONValue {
        .object(
            Origin.allCases.compactMap { origin in
                tally.origins[origin].map { .init(origin.rawValue, .integer(Int64(clamping: $0))) }
            })
    }

    /// The policy by which was vetted, and the adopted one.
    package var policyJSON: JSONValue {
        .object(of: [
            "id": .string(policy.policy.id), "sha256": .string(policy.sha256),
            "source": .string(policy.source.name),
            "adopted": adopted.map { adopted in
                .object(of: [
                    "id": .string(adopted.id), "sha256": .string(adopted.sha256),
                    "record": .string(adopted.rid.description), "at": .string(adopted.at.description),
                ])
            },
            "isAdopted": isByAdoptedPolicy.map { .boolean($0) },
        ])
    }

    /// The number of contacts that each released rule would have held, by its id.
    package var releasesJSON: JSONValue? {
        let rules = policy.policy.rules
        guard !tally.released.isEmpty else { return nil }
        return .object(
            rules.indices.compactMap { index in
                tally.released[index].map { .init(rules[index].id, .integer(Int64(clamping: $0))) }
            })
    }

    private var columnsJSON: JSONValue {
        .array(
            list.columns.map { column in
                .object(of: [
                    "name": .string(column.name), "index": .integer(Int64(clamping: column.number)),
                    "meaning": .string(column.meaning.word), "how": .string(column.ground.rawValue),
                ])
            })
    }

    /// The columns that tell facts; left out where none does.
    private var toldJSON: JSONValue? {
        guard !list.told.isEmpty else { return nil }
        return .array(
            list.told.map { told in
                .object(of: [
                    "name": .string(told.name), "index": .integer(Int64(clamping: told.number)),
                    "fact": .string(told.fact.name), "how": .string(told.ground.rawValue),
                ])
            })
    }

    private var notesJSON: JSONValue {
        .array(
            notes.map { note in
                .object(of: [
                    "rule": .string(note.rule.id), "text": .string(note.rule.reason),
                    "count": .integer(Int64(clamping: note.count)),
                ])
            })
    }

    /// What the list came in; left out for a table as it is.
    private var containerJSON: JSONValue? {
        let packaging = list.packaging
        guard !packaging.text.isEmpty else { return nil }
        return .object(of: [
            "kind": .string(packaging.kind), "in": .array(packaging.wrappings.map { .string($0) }),
            "member": packaging.member.map { .string($0) }, "sheet": packaging.sheet.map { .string($0) },
        ])
    }

    /// All records of the file: rows, and what is none.
    private var recordsJSON: JSONValue {
        let passed = tally.passedOver
        func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
        return .object(of: [
            "all": count(tally.rows + passed.total), "contacts": count(tally.rows),
            "headers": count(passed.headers.count), "repeatedHeaders": count(passed.repeatedHeaders.count),
            "preamble": count(passed.preamble.count), "footers": count(passed.footers.count),
            "blank": count(passed.blank.count),
        ])
    }

    /// The answer of `vet --json`.
    package var json: JSONValue {
        func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
        return .object(of: [
            "run": run.map { .string($0.description) } ?? .null,
            "list": .object(of: [
                "name": .string(list.name), "sha256": .string(list.sha256), "bytes": count(list.bytes),
                "container": containerJSON,
                "encoding": .string(list.encoding), "delimiter": .string(list.delimiter),
                "layout": list.layout.map { .string($0) } ?? .null,
                "headerLine": .integer(Int64(list.headerLine)),
                "emailColumn": list.addressColumn.map { .string($0) } ?? .null,
                "columns": columnsJSON, "facts": toldJSON, "records": recordsJSON,
            ]),
            "purpose": .string(purpose.id),
            "policy": policyJSON, "releases": releasesJSON,
            "undeclared": undeclared.isEmpty ? nil : .array(undeclared.map { .string($0.name) }),
            "vettedAt": .string(vettedAt.description), "rows": count(tally.rows),
            "accepted": count(tally.accepted),
            "held": count(tally.held), "rejected": count(tally.rejected), "rules": rulesJSON,
            "ruleFacts": ruleFactsJSON, "origins": originsJSON,
            "notes": notesJSON,
            "warnings": .array(
                warnings.map { warning in
                    .object(of: [
                        "code": .string(warning.code), "text": .string(warning.text),
                        "count": warning.count.map(count),
                    ])
                }),
            "outputs": outputs.map { paths in
                .object(of: [
                    "accepted": .string(paths.accepted), "held": .string(paths.held),
                    "rejected": .string(paths.rejected),
                    "report": .string(paths.report), "certificate": .string(paths.certificate),
                    "handOver": paths.handOver.map { .string($0) },
                ])
            } ?? .null,
            "handOver": handOver?.json,
        ])
    }
}
