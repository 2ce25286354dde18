package import CanonicalJSON
public import Consent
public import Ledger

/// What was taken over of a list of people who must not be mailed.
public struct SuppressionResult: Sendable {
    /// The name of the record in the log, or nil where the log knew of this very list.
    public let run: RecordID?
    /// The name of the list without its folder.
    public let listName: String
    /// SHA-256 of its bytes, as 64 hexadecimal digits.
    public let sha256: String
    /// For which purpose, or for all mail.
    public let scope: Purpose
    /// The counts.
    public let tally: SuppressionTally
    /// The layout that was recognised, if any.
    public let layout: String?

    /// The answer of `suppress import --json`.
    package var json: JSONValue {
        func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
        return .object(of: [
            "record": run.map { .string($0.description) } ?? .null, "wasKnown": .boolean(run == nil),
            "list": .object(of: [
                "name": .string(listName), "sha256": .string(sha256),
                "layout": layout.map { .string($0) } ?? .null,
            ]),
            "scope": .string(scope.id), "rows": count(tally.rows), "unread": count(tally.unread),
            "addresses": count(tally.addresses),
            "hashes": .object(
                AddressHash.Kind.allCases.map { .init($0.rawValue, count(tally.hashes[$0] ?? 0)) }),
        ])
    }
}
