/// The hash of an address, as marketing tools exchange them: of the trimmed address in lower case.
///
/// It hides nobody: whoever has a list of addresses can hash them all. It is personal data like the address.
public struct AddressHash: Hashable, Sendable {
    /// How it was made.
    public enum Kind: String, Sendable, CaseIterable {
        /// RFC 1321.
        case md5
        /// FIPS 180-4.
        case sha1
        /// FIPS 180-4.
        case sha256

        /// How many hexadecimal digits it has, by which the kinds are told apart.
        public var digitCount: Int {
            switch self {
            case .md5: 32
            case .sha1: 40
            case .sha256: 64
            }
        }

        fileprivate init?(digitCount: Int) {
            switch digitCount {
            case Kind.md5.digitCount: self = .md5
            case Kind.sha1.digitCount: self = .sha1
            case Kind.sha256.digitCount: self = .sha256
            default: return nil
            }
        }

        /// The name as people write it.
        public var title: String {
            switch self {
            case .md5: "MD5"
            case .sha1: "SHA-1"
            case .sha256: "SHA-256"
            }
        }
    }

    /// How it was made.
    public let kind: Kind
    /// Its hexadecimal digits in lower case.
    ///
    /// Personal data: not for logs, errors or metrics.
    package let digits: String

    /// Reads hexadecimal digits of either case with white space around them; nil for anything else.
    public init?(_ text: some StringProtocol) {
        // Of one certain kind of text, for lists hold millions of them.
        let text = String(text)
        let bytes = text.utf8.span
        var (start, end) = (0, bytes.count)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        guard let kind = Kind(digitCount: end - start) else { return nil }
        var small: [UInt8] = []
        small.reserveCapacity(end - start)
        for place in start..<end {
            // The bit that makes a letter small stands in every digit.
            let byte = bytes[place]
            guard Self.isDigit(byte) else { return nil }
            small.append(byte | 0x20)
        }
        self.kind = kind
        digits = String(decoding: small, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}

extension AddressHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Its kind alone.
    public var description: String { "\(kind.title) of an address" }
    /// Its kind alone.
    public var debugDescription: String { description }
    /// Nothing but the kind, so that a dump shows no more.
    public var customMirror: Mirror { Mirror(self, children: ["kind": kind]) }
}
