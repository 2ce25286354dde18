import Cryptography

/// The name of one record: 16 bytes that nobody can guess, written as 32 hexadecimal digits.
///
/// All are random; of a subject's record the first five tell the second of its recording instead, as the record does.
public struct RecordID: Hashable, Sendable, CustomStringConvertible {
    /// 16 bytes.
    public let bytes: [UInt8]

    /// A name from its bytes, or nil unless there are 16.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads 32 hexadecimal digits in lower case, or gives nil.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 32, text == text.lowercased(), let bytes = Hex.decode(String(text)) else {
            return nil
        }
        self.bytes = bytes
    }

    /// 32 hexadecimal digits.
    public var description: String { Hex.encode(bytes) }
}
