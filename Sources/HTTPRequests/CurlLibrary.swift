import CCurl

/// The system's libcurl, opened once and for all.
enum CurlLibrary {
    /// Its functions, or nil where the system has none; never changed once it is there.
    nonisolated(unsafe) static let opened: ccurl_library? = {
        var library = unsafe ccurl_library()
        return unsafe ccurl_open(&library) == 1 ? library : nil
    }()
}
