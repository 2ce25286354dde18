import Foundation

/// Internationalised domain names.
package enum DomainName {
    /// The ASCII form (A-labels, UTS #46 non-transitional) of a domain in which other letters occur, or nil if
    /// there is none.
    ///
    /// Foundation's URL does the work, with the tables of its ICU: the mapping changes with every version of
    /// Unicode, and nobody should keep such a table by hand.
    package static func ascii(_ domain: String) -> String? {
        guard !domain.utf8.contains(where: { forbidden.contains($0) }),
            let url = URL(string: "http://\(domain)/"),
            let host = url.host(percentEncoded: false), !host.isEmpty,
            host.utf8.allSatisfy({ $0 < 0x80 })
        else { return nil }
        return host.lowercased()
    }

    /// What would end the host within a URL, and so let something else than the domain be converted.
    private static let forbidden = Set(" /?#@:[]\\%<>^`{|}\"\t\r\n\0".utf8)
}
