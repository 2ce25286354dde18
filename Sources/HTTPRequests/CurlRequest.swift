import CCurl

/// A request in the hands of libcurl.
@safe struct CurlRequest: ~Copyable {
    /// What belongs to the request and is freed after it.
    @safe private final class Belongings {
        var headers: UnsafeMutableRawPointer?
        var received: ReceivedContent?
    }

    private let library: ccurl_library
    private let handle: UnsafeMutableRawPointer
    private let belongings = Belongings()

    init(_ library: ccurl_library) throws(HTTPError) {
        var found = unsafe library
        guard let made = unsafe ccurl_make(&found) else { throw .noLibrary }
        unsafe (self.library, handle) = (library, made)
    }

    deinit {
        var found = unsafe library
        unsafe ccurl_discard(&found, handle, belongings.headers)
    }

    /// Sets a number.
    func set(_ option: ccurl_option, _ value: Int) {
        var found = unsafe library
        unsafe _ = ccurl_set_number(&found, handle, option, value)
    }

    /// Sets a text, of which libcurl keeps a copy.
    func set(_ option: ccurl_option, _ value: String) {
        var found = unsafe library
        unsafe _ = ccurl_set_text(&found, handle, option, value)
    }

    /// Sets bytes, which must stay where they are until the request is done.
    func set(_ option: ccurl_option, _ value: UnsafePointer<UInt8>?) {
        var found = unsafe library
        unsafe _ = ccurl_set_bytes(&found, handle, option, value)
    }

    /// Sets the headers.
    func setHeaders(_ headers: [String]) {
        var found = unsafe library
        var list: UnsafeMutableRawPointer?
        for header in headers {
            guard let longer = unsafe ccurl_append(&found, list, header) else { break }
            unsafe list = longer
        }
        unsafe belongings.headers = list
        unsafe _ = ccurl_set_pointer(&found, handle, CCURL_HEADERS, list)
    }

    /// Says where the answer goes.
    func receive(into received: ReceivedContent) {
        var found = unsafe library
        belongings.received = received
        let context = unsafe Unmanaged.passUnretained(received).toOpaque()
        unsafe _ = ccurl_set_pointer(&found, handle, CCURL_WRITE_CONTEXT, context)
        unsafe _ = ccurl_set_write(&found, handle) { bytes, size, count, context in
            guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
            let (total, overflow) = size.multipliedReportingOverflow(by: count)
            guard !overflow else { return 0 }
            let received = unsafe Unmanaged<ReceivedContent>.fromOpaque(context).takeUnretainedValue()
            // Any other number than that of the bytes ends the request.
            return unsafe received.take(UnsafeRawBufferPointer(start: bytes, count: total)) ? total : 0
        }
    }

    /// Sends the request and waits until it is answered or failed.
    func perform() -> ccurl_code {
        var found = unsafe library
        return unsafe ccurl_code(rawValue: UInt32(truncatingIfNeeded: ccurl_perform(&found, handle)))
    }

    /// The status of the answer.
    var status: Int {
        var found = unsafe library
        return unsafe ccurl_status(&found, handle)
    }

    /// What the content is said to be.
    var contentType: String {
        var found = unsafe library
        return unsafe ccurl_content_type(&found, handle).map { unsafe String(cString: $0) } ?? ""
    }

    /// What libcurl says of a failure.
    func words(for code: ccurl_code) -> String {
        var found = unsafe library
        let words = unsafe ccurl_describe(&found, Int32(truncatingIfNeeded: code.rawValue))
        return unsafe words.map { unsafe String(cString: $0) } ?? "no reason is known"
    }
}
