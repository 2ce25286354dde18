import COpenSSL

/// Thirty-two bytes on the heap that are overwritten when nobody needs them any more.
///
/// A key inside a Swift array would be copied and left behind at will. This is allocated once, filled once
/// and never written again until it is wiped, which is why threads may share it.
@safe final class SecretBytes: Sendable {
    static let count = 32

    // Written only in init and deinit, when a single owner holds the object.
    nonisolated(unsafe) private let base: UnsafeMutableRawPointer

    /// Copies the first 32 bytes of `source`, which must hold as many.
    init(copying source: UnsafeRawBufferPointer) {
        precondition(source.count == SecretBytes.count, "a key has 32 bytes")
        unsafe base = UnsafeMutableRawPointer.allocate(byteCount: SecretBytes.count, alignment: 8)
        unsafe UnsafeMutableRawBufferPointer(start: base, count: SecretBytes.count).copyMemory(from: source)
    }

    deinit {
        unsafe OPENSSL_cleanse(base, SecretBytes.count)
        unsafe base.deallocate()
    }

    /// The bytes, for as long as the object lives.
    var buffer: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: base, count: SecretBytes.count)
    }
}
