import Glibc

/// Words of eight bytes, 0 at first, in a nameless file that is mapped: where memory is short, the system writes them out.
///
/// Nothing is left of them when the process ends, however it ends. For one thread at a time.
@safe package final class ScratchWords {
    /// How many words there are.
    package let count: Int
    // Mapped in init and given back in deinit.
    @usableFromInline package let words: UnsafeMutablePointer<UInt64>

    /// Makes words.
    ///
    /// - Parameter folder: Where the nameless file lies.
    /// - Returns: Nil where there is no room for them.
    package init?(count: Int, in folder: String) {
        let (size, isTooLarge) = count.multipliedReportingOverflow(by: 8)
        guard count > 0, !isTooLarge,
            let descriptor = try? Descriptor(
                path: folder, flags: SpooledInput.nameless | O_RDWR, mode: 0o600, operation: "writing"),
            // A file of which blocks are missing would end the process at the first word that finds no room.
            posix_fallocate(descriptor.number, 0, off_t(size)) == 0
        else { return nil }
        let mapped = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor.number, 0)
        guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else { return nil }
        self.count = count
        unsafe words = mapped.bindMemory(to: UInt64.self, capacity: count)
    }

    deinit { unsafe _ = munmap(words, count * 8) }

    /// Has a word fetched that is about to be asked for.
    package func expect(_ index: Int) {
        guard index >= 0, index < count else { return }
        unsafe Prefetch.line(at: words + index)
    }

    /// A word.
    @inlinable package subscript(index: Int) -> UInt64 {
        get {
            precondition(index >= 0 && index < count, "a word of the file")
            return unsafe words[index]
        }
        set {
            precondition(index >= 0 && index < count, "a word of the file")
            unsafe words[index] = newValue
        }
    }
}
