/// Why a request had no answer.
package struct HTTPError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What to act on.
    package enum Code: String, Sendable, CaseIterable {
        /// The text is no address.
        case notAnAddress = "not-an-address"
        /// The address has a name or password in it.
        case hasPassword = "has-password"
        /// The address leads over an unprotected way to another machine.
        case unprotected = "unprotected"
        /// The system has no libcurl.
        case noLibrary = "no-library"
        /// The other machine could not be found or reached.
        case unreachable = "unreachable"
        /// No answer came in time.
        case late = "late"
        /// The other machine could not prove who it is.
        case untrusted = "untrusted"
        /// The answer is longer than it may be.
        case tooLong = "too-long"
        /// The answer sends somewhere else.
        case redirected = "redirected"
        /// Anything else.
        case failed = "failed"
    }

    /// What to act on.
    package let code: Code
    /// What was wrong and where, in a sentence.
    package let message: String
    /// What to do next, in a sentence.
    package let hint: String

    init(_ code: Code, _ message: String, hint: String) {
        (self.code, self.message, self.hint) = (code, message, hint)
    }

    /// Both sentences.
    package var description: String { "\(message) \(hint)" }

    static let notAnAddress = HTTPError(
        .notAnAddress, "This is no address of a service.",
        hint: "Its form is https://name/path, without spaces, questions or fragments.")
    static let hasPassword = HTTPError(
        .hasPassword, "The address has a name or a password in it, which would end up in logs.",
        hint: "Leave out what stands before the @.")
    static let noLibrary = HTTPError(
        .noLibrary, "This system has no libcurl, by which requests are made.",
        hint: "Install it (Debian: apt-get install libcurl4), or work with request and reply files.")

    static func unprotected(_ host: String) -> HTTPError {
        HTTPError(
            .unprotected, "\(host) would be asked over http, where others may read and change what is said.",
            hint: "Use https, or --allow-http where the answer is signed and is checked.")
    }

    static func tooLong(_ host: String, limit: Int) -> HTTPError {
        HTTPError(
            .tooLong, "\(host) answered with more than \(limit) bytes, which is no answer to this question.",
            hint: "Check the address.")
    }

    static func redirected(_ host: String, status: Int) -> HTTPError {
        HTTPError(
            .redirected,
            "\(host) sends the request somewhere else (status \(status)), which is not followed.",
            hint: "Find out the address that it has now, and give that one.")
    }

    static func late(_ host: String, seconds: Int) -> HTTPError {
        HTTPError(
            .late, "\(host) did not answer within \(seconds) seconds.", hint: "Try again later.")
    }

    static func unreachable(_ host: String) -> HTTPError {
        HTTPError(
            .unreachable, "\(host) cannot be reached.",
            hint: "Check the address, the network and the proxy (https_proxy).")
    }

    static func untrusted(_ host: String) -> HTTPError {
        HTTPError(
            .untrusted, "\(host) could not prove who it is: its certificate is not trusted here.",
            hint: "Check the address, this machine's clock and its certificates (ca-certificates).")
    }

    static func failed(_ host: String, _ reason: String) -> HTTPError {
        HTTPError(.failed, "The request to \(host) failed: \(reason).", hint: "Try again later.")
    }
}
