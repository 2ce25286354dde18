/// The SHA-256 of some content, as 64 lower-case hexadecimal digits.
public struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    public let hex: String

    /// Reads 64 hexadecimal digits in lower case, or gives nil.
    public init?(hex: some StringProtocol) {
        let isHex = hex.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard hex.utf8.count == 64, isHex else { return nil }
        self.hex = String(hex)
    }

    /// The digits.
    public var description: String { hex }
}
