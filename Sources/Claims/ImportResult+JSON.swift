package import CanonicalJSON
import Consent
import Ledger

extension ImportResult {
    /// The answer of `import --json`.
    package var json: JSONValue {
        func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
        func stops(_ stops: ImportTally.Stops) -> JSONValue {
            .object(of: ["recorded": count(stops.recorded), "known": count(stops.known)])
        }
        return .object(of: [
            "run": run.map { .string($0.description) } ?? .null,
            "list": .object(of: [
                "name": .string(listName), "sha256": .string(sha256), "bytes": count(bytes),
                "layout": layout.map { .string($0) } ?? .null,
            ]),
            "system": .string(system), "purpose": .string(purpose.id),
            "wording": wording.map { .string($0.description) } ?? .null, "dryRun": .boolean(isDryRun),
            "rows": count(tally.rows), "recorded": count(tally[.recorded]), "known": count(tally[.known]),
            "notClaims": count(tally[.notAClaim]), "refused": count(tally[.refused]),
            "withdrawals": stops(tally.withdrawals), "objections": stops(tally.objections),
            "withoutZone": count(tally.withoutZone), "dayOnly": count(tally.dayOnly),
            "reasons": .array(
                tally.reasonCounts.map { item in
                    .object(of: [
                        "outcome": .string(item.outcome.rawValue), "code": .string(item.reason.code),
                        "text": .string(item.reason.text), "rows": count(item.rows),
                    ])
                }),
            "outcomes": outcomes.map { .string($0) } ?? .null,
        ])
    }
}
