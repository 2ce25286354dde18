/// What somebody knows by heart, which no print, dump or interpolation shows.
///
/// Copies share one piece of memory that is overwritten when the last of them goes.
@safe package struct Passphrase: Sendable {
    /// The most bytes that one may have.
    package static let greatestByteCount = 1024

    private let storage: SecretBytes

    /// Takes the bytes as they are; `nil` for none, or more than ``greatestByteCount``.
    ///
    /// The caller's copy stays the caller's to wipe; there is no other.
    package init?(_ bytes: Span<UInt8>) {
        guard (1...Passphrase.greatestByteCount).contains(bytes.count) else { return nil }
        storage = unsafe bytes.withUnsafeBytes { buffer in unsafe SecretBytes(copying: buffer) }
    }

    /// How many bytes it has.
    package var byteCount: Int { storage.count }

    /// Lends the bytes to C.
    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        defer { extendLifetime(storage) }
        return unsafe body(storage.buffer)
    }
}

extension Passphrase: Equatable {
    /// Compares bytes in a time that depends on their number only.
    package static func == (left: Passphrase, right: Passphrase) -> Bool {
        guard left.byteCount == right.byteCount else { return false }
        return unsafe left.withUnsafeBytes { mine in
            unsafe right.withUnsafeBytes { theirs in
                var difference: UInt8 = 0
                for place in 0..<mine.count { unsafe difference |= mine[place] ^ theirs[place] }
                return difference == 0
            }
        }
    }
}

extension Passphrase: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the passphrase.
    package var description: String { "<REDACTED>" }

    /// Never the passphrase.
    package var debugDescription: String { "<REDACTED>" }

    /// A mirror without children, so that `dump` finds nothing either.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
