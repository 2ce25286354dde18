import COpenSSL

/// Bytes on the heap that are overwritten when nobody needs them any more.
///
/// A key inside a Swift array would be copied and left behind at will. This is allocated once, filled once
/// and never written again until it is wiped, which is why threads may share it.
@safe final class SecretBytes: Sendable {
    /// How many there are.
    let count: Int

    // Written only in init and deinit, when a single owner holds the object.
    nonisolated(unsafe) private let base: UnsafeMutableRawPointer

    /// Copies the bytes of `source`; the original stays its owner's to wipe.
    convenience init(copying source: UnsafeRawBufferPointer) {
        unsafe self.init(count: source.count) { target in unsafe target.copyMemory(from: source) }
    }

    /// Makes room for so many bytes, which the body fills.
    init(count: Int, filling body: (UnsafeMutableRawBufferPointer) -> Void) {
        self.count = count
        unsafe base = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1), alignment: 8)
        unsafe body(UnsafeMutableRawBufferPointer(start: base, count: count))
    }

    deinit {
        unsafe OPENSSL_cleanse(base, count)
        unsafe base.deallocate()
    }

    /// The bytes, for as long as the object lives.
    var buffer: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: base, count: count) }
}
