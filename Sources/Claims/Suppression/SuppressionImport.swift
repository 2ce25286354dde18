import CanonicalJSON
import Consent
import Cryptography
import Ledger
import Lists
import Origins

/// Takes over whom another tool must not mail any more: addresses, or hashes of them.
///
/// Addresses become keyed tags on the way in, and so do hashes: neither is stored. The log learns the digest of the
/// list and counts. The same list once more changes nothing, also for those who came back meanwhile.
public typealias SuppressionImport = ListImport<SuppressionRequest>

extension ListImport where Request == SuppressionRequest {
    /// Reads the list and keeps its people out.
    ///
    /// - Throws: `ListError`, `LedgerError` or `FileError`. Whoever was taken before is kept out; the next run takes the rest.
    public func run(onProgress: (ImportProgress) -> Void = { _ in }) throws -> SuppressionResult {
        let source = try ListSource(path: request.list)
        // What it was taken for before must be known before anything of it is taken.
        let digest = try source.digest()
        let isKnown = try isTold(digest)
        return try reading(source) { list in
            let pass = SuppressionPass(
                list, request, ledger: ledger, keepsKnown: isKnown && request.since == nil)
            try pass.run { onProgress(ImportProgress(in: source, bytes: $0, rows: $1)) }
            try requireUnchanged(source, since: digest)
            let record = isKnown ? nil : try ledger.tell(suppressionImport: body(digest, pass.tally))
            return SuppressionResult(
                run: record?.rid, listName: request.listName, sha256: digest.hex, scope: request.scope,
                tally: pass.tally, layout: list.opening.layout?.id)
        }
    }

    /// Whether the log knows that this list was taken for this scope.
    private func isTold(_ digest: Digest) throws -> Bool {
        try ledger.openRecords(.suppressionImported).contains { record in
            let told = record["suppression"]
            return told?["scope"]?.text == request.scope.id && told?["hash"]?.text == request.hash?.rawValue
                && told?["list"]?["sha256"]?.text == digest.hex
        }
    }

    private func body(_ digest: Digest, _ tally: SuppressionTally) -> [JSONValue.Member] {
        func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
        var members: [JSONValue.Member] = [
            .init("scope", .string(request.scope.id)),
            .init("list", .object(of: ["sha256": .string(digest.hex)])),
            .init("rows", count(tally.rows)), .init("unread", count(tally.unread)),
            .init("addresses", count(tally.addresses)),
        ]
        if let hash = request.hash { members.append(.init("hash", .string(hash.rawValue))) }
        for (kind, number) in tally.hashes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            members.append(.init(kind.rawValue, count(number)))
        }
        return [.init("suppression", .object(members))]
    }
}
