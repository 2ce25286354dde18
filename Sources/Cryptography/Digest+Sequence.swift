import Glibc

extension Digest {
    /// Cuts concatenated digests apart, as a tile holds them; `nil` unless the bytes are whole digests.
    package static func split(_ bytes: [UInt8]) -> [Digest]? {
        guard bytes.count.isMultiple(of: byteCount) else { return nil }
        return unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return [] }
            return (0..<buffer.count / byteCount).map { place in
                unsafe Digest { target in
                    unsafe UnsafeMutableRawPointer(target)
                        .copyMemory(from: start + place * byteCount, byteCount: byteCount)
                }
            }
        }
    }

    /// Tells whether bytes are these digests one after the other, without taking them apart.
    package static func joined(_ digests: [Digest], are bytes: [UInt8]) -> Bool {
        guard bytes.count == digests.count * byteCount else { return false }
        return unsafe digests.withUnsafeBytes { left in
            unsafe bytes.withUnsafeBytes { right in
                guard let left = left.baseAddress, let right = right.baseAddress else { return true }
                // Both are public; nothing is told by how long the comparison takes.
                return unsafe memcmp(left, right, bytes.count) == 0
            }
        }
    }

    /// Puts digests one after the other, the inverse of ``split(_:)``.
    package static func join(_ digests: [Digest]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digests.count * byteCount)
        for digest in digests {
            unsafe digest.withUnsafeBytes { buffer in unsafe bytes.append(contentsOf: buffer) }
        }
        return bytes
    }
}
