import CanonicalJSON
import Consent
import Ledger

/// The open record of an import: what was taken over from where, in counts, and nothing of anybody.
struct ImportStatement {
    let purpose: Purpose
    let system: String
    let wording: WordingReference?
    let sha256: String
    let bytes: UInt64
    let layout: String?
    let tally: ImportTally

    /// Tells the log, unless nothing was new and the log knows of this file already.
    ///
    /// A run that was killed after its last batch is told by the next one, which records nothing else.
    func append(to ledger: Ledger) throws -> RecordID? {
        if !tally.hasRecorded {
            guard tally[.known] + tally.stops > 0, try !isTold(in: ledger) else { return nil }
        }
        return try ledger.append(.listImported, members).rid
    }

    private func isTold(in ledger: Ledger) throws -> Bool {
        try ledger.openRecords(.listImported).contains { record in
            record["purpose"]?.text == purpose.id && record["system"]?.text == system
                && record["list"]?["sha256"]?.text == sha256
                && record["wording"]?.text == wording?.description
        }
    }

    private var members: [JSONValue.Member] {
        func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
        let json = JSONValue.object(of: [
            "purpose": .string(purpose.id), "system": .string(system),
            "wording": wording.map { .string($0.description) },
            "list": .object(of: [
                "sha256": .string(sha256), "bytes": count(bytes), "layout": layout.map { .string($0) },
            ]),
            "rows": count(tally.rows), "recorded": count(tally[.recorded]), "known": count(tally[.known]),
            "notClaims": count(tally[.notAClaim]), "refused": count(tally[.refused]),
            "stops": count(tally.stops),
        ])
        return json.members ?? []
    }
}
