import UnicodeForms

/// The e-mail address by which a subject is known, in the one form in which addresses are compared.
///
/// Trimmed, NFC, lower-cased, the domain as A-labels (RFC 5891, UTS #46). Dots and `+tags` of the local part
/// stay: whether they matter is the provider's business, and a yes needs the exact address. Addresses with
/// letters beyond ASCII in the local part are fine (RFC 6531); quoted local parts and address literals
/// are not, for no newsletter tool sends to them. Neither are addresses that mix alphabets whose letters look alike:
/// nobody can tell which address is meant.
///
/// An address is personal data: it prints shortened, and only ``normalized`` gives it whole.
public struct EmailAddress: Hashable, Sendable {
    /// The whole address in its normal form.
    ///
    /// Personal data: not for logs, errors or metrics.
    public let normalized: String

    /// Reads an address as somebody typed it.
    ///
    /// - Throws: ``MalformedAddress`` with the reason, never with the address.
    public init(parsing text: some StringProtocol) throws(MalformedAddress) {
        try self.init(reading: Substring(text))
    }

    /// Reads an address as somebody typed it, without a copy of the code for each kind of text.
    init(reading text: Substring) throws(MalformedAddress) {
        let typed = Self.trimmed(text)
        guard !typed.isEmpty else { throw MalformedAddress(.empty) }
        guard typed.utf8.count <= 1024 else { throw MalformedAddress(.tooLong) }
        let (name, host) = try Self.parts(of: typed)
        let local = NormalForm.composed(name.lowercased())
        try Self.checkLocalPart(local)
        let domain = try Self.domain(String(host))
        guard !Self.hasLettersThatLookAlike(local: local, domain: domain) else {
            throw MalformedAddress(.mixedScripts)
        }
        normalized = local + "@" + domain.ascii
        // RFC 5321 section 4.5.3.1.3: a path is at most 256 octets with its angle brackets.
        guard normalized.utf8.count <= 254 else { throw MalformedAddress(.tooLong) }
    }

    /// The part before the `@`.
    public var localPart: Substring { normalized[..<atSign] }

    /// The part after the `@`, as A-labels.
    public var domain: Substring { normalized[atSign...].dropFirst() }

    /// No character of the local part combines with the `@`, and none behind it.
    private var atSign: String.Index {
        normalized.utf8.firstIndex(of: ASCIIText.atSign) ?? normalized.endIndex
    }

    /// The address with all but the first letter of its local part left out: `a•••@example.org`.
    public var shortened: String { "\(localPart.prefix(1))•••@\(domain)" }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text
        if let first = rest.utf8.first, let last = rest.utf8.last, ASCIIText.isPrinted(first),
            ASCIIText.isPrinted(last)
        {
            return rest
        }
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }

    /// What stands before and behind the one `@`.
    private static func parts(
        of typed: Substring
    ) throws(MalformedAddress) -> (name: Substring, host: Substring) {
        let bytes = typed.utf8.span
        guard ASCIIText.isASCII(bytes) else {
            // A mark that combines with an @ makes another character of it.
            let parts = typed.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count > 1 else { throw MalformedAddress(.noAtSign) }
            guard parts.count == 2 else { throw MalformedAddress(.severalAtSigns) }
            return (parts[0], parts[1])
        }
        guard let place = bytes.indices.first(where: { bytes[$0] == ASCIIText.atSign }) else {
            throw MalformedAddress(.noAtSign)
        }
        guard !(place + 1..<bytes.count).contains(where: { bytes[$0] == ASCIIText.atSign }) else {
            throw MalformedAddress(.severalAtSigns)
        }
        let atSign = typed.utf8.index(typed.startIndex, offsetBy: place)
        return (typed[..<atSign], typed[typed.utf8.index(after: atSign)...])
    }

    private static func checkLocalPart(_ local: String) throws(MalformedAddress) {
        guard !local.isEmpty else { throw MalformedAddress(.noLocalPart) }
        guard local.utf8.count <= 64 else { throw MalformedAddress(.tooLong) }
        let bytes = local.utf8.span
        if ASCIIText.isASCII(bytes) {
            guard ASCIIText.hasDotsBetween(bytes) else { throw MalformedAddress(.misplacedDot) }
            guard bytes.indices.allSatisfy({ ASCIIText.isAllowedInLocalPart(bytes[$0]) }) else {
                throw MalformedAddress(.characterNotAllowed)
            }
            return
        }
        guard local.first != ".", local.last != ".", !local.contains("..") else {
            throw MalformedAddress(.misplacedDot)
        }
        for scalar in local.unicodeScalars where !isAllowedInLocalPart(scalar) {
            throw MalformedAddress(.characterNotAllowed)
        }
    }

    /// `atext` of RFC 5322 section 3.2.3, the dot, and RFC 6531's UTF-8 without controls, spaces and invisibles.
    private static func isAllowedInLocalPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ASCIIText.isAllowedInLocalPart(UInt8(truncatingIfNeeded: scalar.value)) }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            return false
        default:
            return true
        }
    }

    private static func domain(_ text: String) throws(MalformedAddress) -> DomainName {
        guard !text.isEmpty else { throw MalformedAddress(.noDomain) }
        guard let domain = DomainName(text) else {
            let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
            throw MalformedAddress(isASCII && text.utf8.count > 253 ? .tooLong : .domainNotAName)
        }
        let name = domain.ascii.utf8.span
        guard let dot = name.indices.last(where: { name[$0] == UInt8(ascii: ".") }) else {
            throw MalformedAddress(.domainWithoutDot)
        }
        // A name that ends in a number is a network address, or nothing (RFC 3696 section 2).
        guard (dot..<name.count).contains(where: { ASCIIText.isLetter(name[$0]) }) else {
            throw MalformedAddress(.domainNotAName)
        }
        return domain
    }
}

extension EmailAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The shortened address.
    public var description: String { shortened }
    /// The shortened address.
    public var debugDescription: String { shortened }
    /// Nothing but the shortened address, so that a dump shows no more.
    public var customMirror: Mirror { Mirror(self, children: ["shortened": shortened]) }
}
