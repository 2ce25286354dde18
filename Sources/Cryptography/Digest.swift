/// A SHA-256 digest: 32 bytes, kept inline so that millions of them need no heap.
///
/// Digests are ordered by their bytes, first byte first. A digest is public data; compare secrets with
/// ``SecretKey`` or `constantTimeEquals`.
public struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// How many bytes a digest has.
    public static let byteCount = 32

    // A homogeneous tuple has the layout of a C array. The words hold the bytes as they lie in memory.
    private var words: (UInt64, UInt64, UInt64, UInt64)

    /// Takes 32 bytes as they are; `nil` for any other number.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Digest.byteCount else { return nil }
        unsafe self.init { target in
            unsafe UnsafeMutableRawBufferPointer(start: target, count: Digest.byteCount).copyBytes(
                from: bytes)
        }
    }

    /// Reads 64 hexadecimal digits of either case; `nil` for anything else.
    public init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// Reads canonical standard Base64 with padding (RFC 4648 section 4); `nil` for anything else.
    public init?(base64: String) {
        guard let bytes = Base64.decode(base64) else { return nil }
        self.init(bytes: bytes)
    }

    /// Lets `write` fill the 32 bytes in place.
    init(filledBy write: (UnsafeMutablePointer<UInt8>) -> Void) {
        words = (0, 0, 0, 0)
        unsafe withUnsafeMutableBytes(of: &words) { buffer in
            guard let start = unsafe buffer.bindMemory(to: UInt8.self).baseAddress else { return }
            unsafe write(start)
        }
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { unsafe withUnsafeBytes { buffer in unsafe Array(buffer) } }

    /// The bytes as 64 lower-case hexadecimal digits.
    public var hex: String { Hex.encode(bytes) }

    /// The bytes in standard Base64 with padding, 44 characters.
    public var base64: String { Base64.encode(bytes) }

    /// The same as ``hex``.
    public var description: String { hex }

    /// Lends the 32 bytes where they lie, without a copy on the heap.
    package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        unsafe Swift.withUnsafeBytes(of: words) { buffer in unsafe body(buffer) }
    }

    /// Writes the 32 bytes to any address, aligned or not.
    func store(to target: UnsafeMutableRawPointer) {
        unsafe target.storeBytes(of: words, as: (UInt64, UInt64, UInt64, UInt64).self)
    }

    /// Tells whether two digests have the same bytes.
    public static func == (left: Digest, right: Digest) -> Bool {
        left.words == right.words
    }

    /// Tells whether the left digest comes first, byte by byte.
    public static func < (left: Digest, right: Digest) -> Bool {
        (left.words.0.bigEndian, left.words.1.bigEndian, left.words.2.bigEndian, left.words.3.bigEndian)
            < (
                right.words.0.bigEndian, right.words.1.bigEndian, right.words.2.bigEndian,
                right.words.3.bigEndian
            )
    }

    /// Feeds the bytes into a hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}
