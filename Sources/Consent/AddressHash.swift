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
        let bytes = text.utf8.drop { $0 <= 0x20 }
        let count = bytes.prefix { $0 > 0x20 }.count
        guard let kind = Kind.allCases.first(where: { $0.digitCount == count }),
            bytes.dropFirst(count).allSatisfy({ $0 <= 0x20 }),
            bytes.prefix(count).allSatisfy(Self.isDigit)
        else { return nil }
        self.kind = kind
        digits = String(decoding: bytes.prefix(count), as: UTF8.self).lowercased()
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
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
