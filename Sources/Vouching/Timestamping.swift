import Consent
public import Cryptography
import HTTPRequests
public import Ledger

/// Has an authority say what time it is now that the log is as it is (RFC 3161).
///
/// The token is over the text of the newest checkpoint, so that it says of every entry: it existed no later.
public enum Timestamping {
    /// Asks an authority over HTTP, checks its answer and keeps it.
    ///
    /// - Parameters:
    ///   - ledger: Whose newest checkpoint is stamped.
    ///   - address: Where the authority answers, over https unless on this machine.
    ///   - authorities: Who is trusted; nil leaves the signature unchecked, to be checked later.
    ///   - allowingHTTP: Whether the way there may be unprotected; the token is signed by itself.
    /// - Throws: ``VouchingError``, or `LedgerError`.
    @discardableResult
    public static func stamp(
        _ ledger: Ledger, at address: String, trusting authorities: TimestampAuthorities?,
        allowingHTTP: Bool = false
    ) throws -> KeptTimestamp {
        let request = try ledger.timestampRequest()
        let answer = try ask(address, request, allowingHTTP: allowingHTTP)
        return try take(answer, to: request, into: ledger, trusting: authorities)
    }

    /// Checks an answer that came by any way, and keeps it.
    ///
    /// - Parameters:
    ///   - reply: The answer, as the authority wrote it.
    ///   - request: What was asked, if it is at hand; its nonce must be in the answer.
    ///   - ledger: Whose checkpoint was stamped.
    ///   - authorities: Who is trusted; nil leaves the signature unchecked, to be checked later.
    /// - Throws: ``VouchingError``, or `LedgerError`.
    @discardableResult
    package static func take(
        _ reply: [UInt8], to request: TimestampRequest?, into ledger: Ledger,
        trusting authorities: TimestampAuthorities?
    ) throws -> KeptTimestamp {
        let token: TimestampToken
        do throws(TimestampError) {
            token = try TimestampReply.token(in: reply)
            if let request { try token.answers(request) }
            // A certificate that has ended must not stamp anything new, whatever time it claims.
            if let authorities {
                try token.verified(
                    of: token.imprint, by: authorities, at: max(token.stampedAt, ledger.now.seconds))
            }
        } catch {
            throw VouchingError(error)
        }
        return try ledger.keep(token)
    }

    private static func ask(
        _ address: String, _ request: TimestampRequest, allowingHTTP: Bool
    ) throws(VouchingError) -> [UInt8] {
        let answer: HTTPAnswer
        let host: String
        do throws(HTTPError) {
            let place = try WebAddress(parsing: address, allowingHTTP: allowingHTTP)
            var post = HTTPPost(to: place, contentType: "application/timestamp-query", content: request.bytes)
            post.greatestAnswer = TimestampReply.greatestByteCount
            (answer, host) = (try post.send(), place.host)
        } catch {
            throw VouchingError(error)
        }
        guard answer.status == 200 else {
            throw VouchingError(
                .refused, "\(host) answered with status \(answer.status), and gave no timestamp.",
                hint: "Check the address, or try again later.")
        }
        return answer.content
    }
}
