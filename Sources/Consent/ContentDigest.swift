/// The SHA-256 of some content, as 64 lower-case hexadecimal digits.
public struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    public let hex: String

    /// Reads 64 hexadecimal digits in lower case, or gives nil.
    public init?(hex: some StringProtocol) {
        // Of one certain kind of text, for the digits of millions of records are looked at one by one.
        let digits = String(hex)
        let bytes = digits.utf8.span
        guard bytes.count == 64,
            bytes.indices.allSatisfy({ (48...57).contains(bytes[$0]) || (97...102).contains(bytes[$0]) })
        else { return nil }
        self.hex = digits
    }

    /// Writes the 32 bytes of a digest, or gives nil for any other number.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for byte in bytes {
            digits.append(Self.digit(byte >> 4))
            digits.append(Self.digit(byte & 0x0F))
        }
        hex = String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    /// The digits.
    public var description: String { hex }
}
