import COpenSSL

/// Which libraries this process really runs with, for `doctor` and bug reports.
package enum LibraryVersion {
    /// The version of libcrypto that was loaded, as it names itself: `OpenSSL 3.0.19 27 Jan 2026`.
    package static var openSSL: String {
        guard let text = unsafe OpenSSL_version(OPENSSL_VERSION) else { return "OpenSSL" }
        return unsafe String(cString: text)
    }
}
