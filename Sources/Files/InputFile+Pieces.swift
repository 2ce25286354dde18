import Glibc

extension InputFile {
    /// Lends the file piece by piece from one place in memory, which is overwritten afterwards: it may hold keys.
    ///
    /// - Parameters:
    ///   - overlap: So many bytes of a piece stand at the start of the next again, for who looks for something that may
    ///     lie across two; below the length of a piece, which is 256 KiB.
    ///   - body: Called with each piece.
    package func forEachPiece(
        overlapping overlap: Int = 0, _ body: (Span<UInt8>) throws(FileError) -> Void
    ) throws(FileError) {
        let capacity = 1 << 18
        let start = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
        defer {
            unsafe explicit_bzero(start, capacity)
            unsafe start.deallocate()
        }
        let buffer = unsafe UnsafeMutableRawBufferPointer(start: start, count: capacity)
        var kept = 0
        while case let count = try unsafe read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[kept...])),
            count > 0
        {
            let filled = kept + count
            let piece = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<filled]).bindMemory(to: UInt8.self)
            try body(unsafe piece.span)
            kept = min(max(0, overlap), filled, capacity / 2)
            unsafe start.copyMemory(from: start + filled - kept, byteCount: kept)
        }
    }
}
