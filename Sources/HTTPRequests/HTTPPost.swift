import CCurl

/// One POST request: bytes out, an answer of bounded length back.
///
/// Each stands alone: no cookies, no caches, no credentials, and nobody is followed elsewhere. `https_proxy` and its kin
/// are obeyed, except for this very machine.
package struct HTTPPost: Sendable {
    private let address: WebAddress
    private let contentType: String
    private let content: [UInt8]

    /// How long the whole of it may take, in seconds.
    package var seconds = 30
    /// The most that the answer may have, in bytes.
    package var greatestAnswer = 1 << 20
    /// A file with the only certificates to trust, for a service with an issuer of its own; nil for the system's.
    package var certificateFile: String?

    /// A request with its content, and what that is.
    package init(to address: WebAddress, contentType: String, content: [UInt8]) {
        (self.address, self.contentType, self.content) = (address, contentType, content)
    }

    /// Sends it and waits for the answer, whatever its status, other than one that sends elsewhere.
    ///
    /// - Throws: ``HTTPError`` where none came.
    package func send() throws(HTTPError) -> HTTPAnswer {
        guard let library = unsafe CurlLibrary.opened else { throw .noLibrary }
        let request = unsafe try CurlRequest(library)
        let received = ReceivedContent(limit: max(0, greatestAnswer))
        prepare(request, received)
        // No address of bytes would mean "read standard input" to libcurl.
        let addressable = content.isEmpty ? [0] : content
        let code = unsafe addressable.withUnsafeBufferPointer { bytes in
            unsafe request.set(CCURL_POST_FIELDS, bytes.baseAddress)
            return request.perform()
        }
        guard code == CCURL_OK else { throw failure(code, received, request) }
        let status = request.status
        guard !(300..<400).contains(status) else { throw .redirected(address.host, status: status) }
        return HTTPAnswer(status: status, contentType: request.contentType, content: received.bytes)
    }

    private func prepare(_ request: borrowing CurlRequest, _ received: ReceivedContent) {
        let milliseconds = Int(clamping: min(max(1, seconds), 3600) * 1000)
        request.set(CCURL_URL, address.text)
        // A proxy of the environment must not be told what is asked of this machine.
        if address.isLoopback { request.set(CCURL_NO_PROXY, "*") }
        if let certificateFile { request.set(CCURL_CA_FILE, certificateFile) }
        request.set(CCURL_USER_AGENT, "consentgate")
        request.set(CCURL_PROTOCOLS, Int(CCURL_HTTP.rawValue | CCURL_HTTPS.rawValue))
        request.set(CCURL_TLS_VERSION, Int(CCURL_TLS_1_2.rawValue))
        request.set(CCURL_FOLLOW, 0)
        // Time-outs by signal would reach threads that know nothing of them.
        request.set(CCURL_NO_SIGNAL, 1)
        request.set(CCURL_TIMEOUT_MS, milliseconds)
        request.set(CCURL_CONNECT_TIMEOUT_MS, milliseconds)
        request.set(CCURL_POST, 1)
        request.set(CCURL_POST_SIZE, content.count)
        // Without the empty header curl asks first whether a long content may come.
        request.setHeaders(["Content-Type: \(contentType)", "Expect:"])
        request.receive(into: received)
    }

    private func failure(
        _ code: ccurl_code, _ received: ReceivedContent, _ request: borrowing CurlRequest
    ) -> HTTPError {
        switch code {
        case CCURL_WRITE_REFUSED where received.isOverfull: .tooLong(address.host, limit: greatestAnswer)
        case CCURL_TIMED_OUT: .late(address.host, seconds: min(max(1, seconds), 3600))
        case CCURL_NO_HOST, CCURL_NO_CONNECTION, CCURL_NO_PROXY_HOST: .unreachable(address.host)
        case CCURL_CERTIFICATE, CCURL_CA_UNREADABLE: .untrusted(address.host)
        default: .failed(address.host, request.words(for: code))
        }
    }
}
