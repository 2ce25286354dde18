/// Where a request goes: an address that begins with `https://`, or with `http://` on this very machine.
///
/// Whoever may read along an unprotected way learns what is asked; answers that are signed by themselves may be fetched
/// that way where somebody said so.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address as it was written.
    package let text: String
    /// Whether the request stays on this machine.
    package let isLoopback: Bool

    /// The name or number of the other machine, for messages: never the path or what may be asked for there.
    package let host: String

    /// No address is longer.
    private static let greatestByteCount = 2000

    /// Reads an address.
    ///
    /// - Parameter allowingHTTP: Whether `http://` may lead to other machines too.
    /// - Throws: ``HTTPError`` where it is none, has a password in it, or leads over an unprotected way.
    package init(parsing text: String, allowingHTTP: Bool = false) throws(HTTPError) {
        guard text.utf8.count <= Self.greatestByteCount,
            text.utf8.allSatisfy({ (0x21..<0x7F).contains($0) && $0 != UInt8(ascii: "\\") }),
            !text.contains("#"), !text.contains("?")
        else { throw .notAnAddress }
        let lowered = text.lowercased()
        let isSecure = lowered.hasPrefix("https://")
        guard isSecure || lowered.hasPrefix("http://") else { throw .notAnAddress }
        let authority = lowered.dropFirst(isSecure ? 8 : 7).prefix { $0 != "/" }
        guard !authority.contains("@") else { throw .hasPassword }
        guard let host = Self.host(of: authority) else { throw .notAnAddress }
        self.text = text
        self.host = String(host)
        isLoopback = Self.isLoopback(host)
        guard isSecure || isLoopback || allowingHTTP else { throw .unprotected(String(host)) }
    }

    /// The address of something beneath this one.
    package func appending(_ name: String) throws(HTTPError) -> WebAddress {
        try WebAddress(parsing: text + (text.hasSuffix("/") ? "" : "/") + name, allowingHTTP: true)
    }

    /// The same as ``text``.
    package var description: String { text }

    /// The host of `host`, `host:port` or `[number]:port`; nil where it is none.
    private static func host(of authority: Substring) -> Substring? {
        let host: Substring
        let rest: Substring
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            (host, rest) = (authority[...end], authority[authority.index(after: end)...])
            guard host.dropFirst().dropLast().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
                return nil
            }
        } else {
            host = authority.prefix { $0 != ":" }
            rest = authority[host.endIndex...]
            guard host.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "_" })
            else {
                return nil
            }
        }
        guard !host.isEmpty else { return nil }
        guard rest.isEmpty || (rest.first == ":" && UInt16(rest.dropFirst()) ?? 0 > 0) else { return nil }
        return host
    }

    /// Whether a host is this machine, by what is written: a name could be answered with any number.
    private static func isLoopback(_ host: Substring) -> Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.first == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
