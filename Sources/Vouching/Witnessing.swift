import HTTPRequests
public import Ledger
public import MerkleLog

/// Has a witness say that this checkpoint extends all that it has seen of the log (C2SP tlog-witness).
///
/// A witness remembers the largest checkpoint of every log. It cosigns a larger one only with the proof that nothing
/// before was changed; so nobody can be shown another history than everybody else without it being noticed.
public enum Witnessing {
    /// Submits the newest checkpoint to a witness, checks the cosignature and keeps it.
    ///
    /// Where the witness knows another size than we think, it says so, and is asked once more with the proof from there.
    ///
    /// - Parameters:
    ///   - ledger: Whose newest checkpoint is cosigned.
    ///   - address: Where the witness answers; `add-checkpoint` is added to it.
    ///   - key: The key of the witness' cosignatures.
    ///   - allowingHTTP: Whether the way there may be unprotected; the cosignature is checked by itself.
    /// - Throws: ``VouchingError``, or `LedgerError`.
    @discardableResult
    public static func cosign(
        _ ledger: Ledger, by address: String, key: VerifierKey, allowingHTTP: Bool = false
    ) throws -> Cosignature {
        guard key.algorithm == .cosignature else {
            throw VouchingError(
                .notAWitnessKey, "The key \(key.name) is not one for cosignatures.",
                hint: "Give the key that the witness publishes; the third part of it begins with B.")
        }
        let place: WebAddress
        do throws(HTTPError) {
            place = try WebAddress(parsing: address, allowingHTTP: allowingHTTP).appending("add-checkpoint")
        } catch {
            throw VouchingError(error)
        }
        var request = try ledger.witnessRequest(for: key)
        var answer = try submit(request, to: place)
        if let known = answer.knownSize {
            try check(known, against: request, place.host)
            request = try ledger.witnessRequest(for: key, from: known)
            answer = try submit(request, to: place)
        }
        let cosignature = try read(answer, for: request, key, place.host)
        let checkpoint = ledger.checkpoint.checkpoint
        try ledger.keep(cosignature, size: checkpoint.size)
        return cosignature
    }

    private static func submit(
        _ request: ConsistencyProof, to place: WebAddress
    ) throws(VouchingError) -> HTTPAnswer {
        var post = HTTPPost(to: place, contentType: "text/plain", content: Array(request.serialized.utf8))
        post.greatestAnswer = 1 << 16
        do throws(HTTPError) { return try post.send() } catch { throw VouchingError(error) }
    }

    /// Judges the size that the witness says it knows: it can be smaller than ours only.
    private static func check(
        _ known: UInt64, against request: ConsistencyProof, _ host: String
    ) throws(VouchingError) {
        let size = (try? Checkpoint(parsing: request.checkpoint.text).size) ?? 0
        guard known <= size else {
            throw VouchingError(
                .otherHistory,
                "\(host) has seen \(known) entries of this log, and here it has \(size).",
                hint:
                    "An older ledger lies here, or another was signed with its key. Run consentgate verify, and restore the newest."
            )
        }
        guard known != request.oldSize else { throw otherHistory(host, known) }
    }

    private static func otherHistory(_ host: String, _ size: UInt64?) -> VouchingError {
        VouchingError(
            .otherHistory,
            "\(host) has seen another history of this log\(size.map { " with \($0) entries" } ?? ""): what it knows is no beginning of what lies here.",
            hint:
                "Run consentgate verify. If it holds, ask the witness for what it has: somebody signed a fork with this log's key."
        )
    }

    private static func read(
        _ answer: HTTPAnswer, for request: ConsistencyProof, _ key: VerifierKey, _ host: String
    ) throws(VouchingError) -> Cosignature {
        switch answer.status {
        case 200: break
        case 404:
            throw VouchingError(
                .unknownLog, "\(host) does not know this log, or answers elsewhere.",
                hint:
                    "Check the address, and have its operator add the log: consentgate log key prints its key."
            )
        case 403:
            throw VouchingError(
                .unknownLog, "\(host) does not accept this log's signature, or does not know the log.",
                hint: "Have its operator add the log by its key: consentgate log key prints it.")
        case 409: throw otherHistory(host, answer.knownSize)
        case 422: throw otherHistory(host, request.oldSize)
        default:
            throw VouchingError(
                .refused, "\(host) answered with status \(answer.status), and did not cosign.",
                hint: "Try again later; if that does not help, ask its operator.")
        }
        do throws(NoteError) {
            return try Cosignature.verified(in: answer.content, on: request.checkpoint, by: key)
        } catch {
            let isOther = error.code == .unsigned
            throw VouchingError(
                .invalidAnswer,
                isOther
                    ? "\(host) answered without a cosignature of the key \(key.name)."
                    : "The cosignature of \(host) does not hold: \(error.what).",
                hint: "Check that the key is the one that the witness publishes.")
        }
    }
}
