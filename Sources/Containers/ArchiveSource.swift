import Glibc

/// What libarchive reads from: a place in an input, and the memory that it looks at.
@safe final class ArchiveSource {
    /// Valid until the next filling, as libarchive asks for.
    let buffer: UnsafeMutableRawPointer
    /// What went wrong below, to be thrown when libarchive has come back.
    private(set) var failure: (any Error)?
    /// How many bytes were handed out since the last entry began.
    private(set) var bytesRead: UInt64 = 0

    private let input: PositionedInput
    private var position: UInt64 = 0
    /// What may still be read before the first entry is there; nil afterwards.
    private var budget: UInt64?
    private static let capacity = 1 << 16

    init(_ input: PositionedInput, budget: UInt64) {
        self.input = input
        self.budget = budget
        unsafe buffer = .allocate(byteCount: Self.capacity, alignment: 16)
    }

    deinit { unsafe buffer.deallocate() }

    /// Counts from here, for the bytes of an entry.
    func beginEntry() {
        budget = nil
        bytesRead = 0
    }

    /// Takes the next bytes into the memory and says how many; nil if that failed.
    func fill() -> Int? {
        do {
            let bytes = try input.read(at: position, atMost: Self.capacity)
            guard bytes.count <= Self.capacity else { return nil }
            unsafe buffer.copyMemory(from: bytes, byteCount: bytes.count)
            position += UInt64(bytes.count)
            bytesRead += UInt64(bytes.count)
            if let left = budget {
                guard left >= UInt64(bytes.count) else {
                    throw ContainerError.tooLarge("The table of contents of this archive is too long.")
                }
                budget = left - UInt64(bytes.count)
            }
            return bytes.count
        } catch {
            failure = failure ?? error
            return nil
        }
    }

    /// Goes to another place and says where that is; nil if there is no such place.
    func seek(by offset: Int64, whence: Int32) -> Int64? {
        do {
            let base: UInt64 =
                switch whence {
                case SEEK_SET: 0
                case SEEK_CUR: position
                case SEEK_END: try input.size()
                default: throw ContainerError.damaged("archive")
                }
            let (target, overflow) = Int64(clamping: base).addingReportingOverflow(offset)
            guard !overflow, target >= 0 else { return nil }
            position = UInt64(target)
            return target
        } catch {
            failure = failure ?? error
            return nil
        }
    }
}
