import Glibc

extension InputFile {
    /// Lends the file piece by piece from one place in memory, which is overwritten afterwards: it may hold keys.
    package func forEachPiece(_ body: (Span<UInt8>) throws(FileError) -> Void) throws(FileError) {
        let capacity = 1 << 18
        let start = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
        defer {
            unsafe explicit_bzero(start, capacity)
            unsafe start.deallocate()
        }
        let buffer = unsafe UnsafeMutableRawBufferPointer(start: start, count: capacity)
        while case let count = try unsafe read(into: buffer), count > 0 {
            let piece = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count]).bindMemory(to: UInt8.self)
            try body(unsafe piece.span)
        }
    }
}
