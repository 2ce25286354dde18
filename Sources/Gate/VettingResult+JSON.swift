package import CanonicalJSON
import Consent
import Ledger
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

    /// The number of contacts of each origin.
    package var originsJSON: JSONValue {
        .object(
            Origin.allCases.compactMap { origin in
                tally.origins[origin].map { .init(origin.rawValue, .integer(Int64(clamping: $0))) }
            })
    }

    /// The answer of `vet --json`.
    package var json: JSONValue {
        func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
        return .object(of: [
            "run": run.map { .string($0.description) } ?? .null,
            "list": .object(of: [
                "name": .string(list.name), "sha256": .string(list.sha256), "bytes": count(list.bytes),
                "encoding": .string(list.encoding), "delimiter": .string(list.delimiter),
                "layout": list.layout.map { .string($0) } ?? .null,
                "headerLine": .integer(Int64(list.headerLine)),
                "emailColumn": list.addressColumn.map { .string($0) } ?? .null,
            ]),
            "purpose": .string(purpose.id),
            "policy": .object(of: [
                "id": .string(policy.policy.id), "sha256": .string(policy.sha256),
                "source": .string(policy.source.name),
            ]),
            "vettedAt": .string(vettedAt.description), "rows": count(tally.rows),
            "accepted": count(tally.accepted),
            "held": count(tally.held), "rejected": count(tally.rejected), "rules": rulesJSON,
            "origins": originsJSON,
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
