package import CanonicalJSON
import Consent
import Ledger

extension RetentionPlan {
    /// The answer of `retention plan --json`.
    package var json: JSONValue {
        func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
        let lines = lines.map { line in
            JSONValue.object(of: [
                "kind": .string(line.kind.rawValue), "term": .string(line.term), "law": .string(line.law),
                "due": count(line.due), "isDestroyed": .boolean(line.isDestroyed),
                "entries": .array(line.entries.sorted().map { .integer($0) }),
                "later": .array(
                    line.later.sorted { $0.key < $1.key }.map { month, number in
                        .object(of: ["month": .string(month), "count": count(number)])
                    }),
            ])
        }
        return .object(of: [
            "policy": .object(of: ["id": .string(policy), "sha256": .string(policySHA256)]),
            "moment": .string(moment.description), "kinds": .array(lines),
            "files": .array(
                files.map { .object(of: ["path": .string($0.path), "run": .string($0.run.description)]) }),
            "stays": .object(Stay.allCases.map { .init($0.rawValue, count(stays[$0] ?? 0)) }),
        ])
    }
}

extension RetentionResult {
    /// The answer of `retention run --json`.
    package var json: JSONValue {
        func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
        return .object(of: [
            "destroyed": .object(
                RetentionPlan.Kind.allCases.map { .init($0.rawValue, count(destroyed[$0] ?? 0)) }),
            "records": count(records), "filesLeftAlone": count(filesLeftAlone),
            "tombstone": tombstone.map { .string($0.description) } ?? .null,
            "record": record.map { .string($0.description) } ?? .null, "isDestroyed": .boolean(isDestroyed),
        ])
    }
}
