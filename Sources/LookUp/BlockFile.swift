package import Cryptography
import Files
import Synchronization

/// A derived file that is mapped and believed block by block.
///
/// Opening reads the seal and the checksums of checksums, a few KiB; a block is hashed when somebody first reads from it.
/// Hence ten look-ups in ten million cost ten blocks, and no bit that a verdict rests on goes unchecked. What was
/// checked is not checked again while the file is open. Any number of threads may read.
@safe package final class BlockFile: Sendable {
    /// The file.
    package let path: String
    /// Of what the file is derived, as its maker said.
    package let binding: [UInt8]
    /// Where each section lies.
    let sections: [Range<Int>]
    private let map: MappedFile
    private let blockCount: Int
    /// Where the checksums of blocks begin, and those of checksums.
    private let sumsStart: Int
    private let topStart: Int
    /// A bit for each block and, after them, for each block of checksums: whether it has been found intact.
    nonisolated(unsafe) private let checked: UnsafeMutablePointer<Atomic<UInt64>>
    private let checkedCount: Int
    private let damage = Atomic<Bool>(false)

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: Where it lies.
    ///   - key: Under which it must be sealed.
    package init(path: String, key: HMACKey) throws(BlockFileFault) {
        let map = try Self.map(path)
        let bytes = unsafe map.bytes
        let size = BlockLayout.blockSize
        guard bytes.count >= size, bytes.count % size == 0 else { throw .damaged }
        let seal = unsafe UnsafeRawBufferPointer(rebasing: bytes[(bytes.count - size)...])
        let code = unsafe key.authenticate(UnsafeRawBufferPointer(rebasing: seal[..<BlockLayout.codePlace]))
        guard unsafe seal[BlockLayout.codePlace...].elementsEqual(code.bytes),
            unsafe seal[..<8].elementsEqual(BlockLayout.magic)
        else { throw .damaged }
        let blocks = unsafe Self.number(seal, BlockLayout.blockCountPlace)
        let perBlock = BlockLayout.sumsPerBlock
        guard blocks >= 0, blocks <= bytes.count / size else { throw .damaged }
        let sumBlocks = (blocks + perBlock - 1) / perBlock
        let topBlocks = (sumBlocks + perBlock - 1) / perBlock
        guard bytes.count == (blocks + sumBlocks + topBlocks + 1) * size else { throw .damaged }
        let top = (blocks + sumBlocks) * size
        let sums = unsafe UnsafeRawBufferPointer(
            rebasing: bytes[top..<(top + sumBlocks * BlockLayout.sumSize)])
        let isTopIntact = unsafe SHA256.digest(of: sums).withUnsafeBytes { digest in
            unsafe seal[BlockLayout.digestPlace..<BlockLayout.bindingPlace].elementsEqual(digest)
        }
        guard isTopIntact else { throw .damaged }
        self.path = path
        self.map = map
        sections = try unsafe Self.sections(seal, within: blocks * size)
        binding = try unsafe Self.binding(seal)
        (blockCount, sumsStart, topStart) = (blocks, blocks * size, top)
        checkedCount = (blocks + sumBlocks) / 64 + 1
        unsafe checked = .allocate(capacity: checkedCount)
        for place in 0..<checkedCount { unsafe (checked + place).initialize(to: Atomic(0)) }
    }

    deinit {
        unsafe checked.deinitialize(count: checkedCount)
        unsafe checked.deallocate()
    }

    private static func map(_ path: String) throws(BlockFileFault) -> MappedFile {
        do throws(FileError) { return try MappedFile(path: path) } catch {
            throw error.code == .missing ? .missing : .unreadable
        }
    }

    private static func number(_ seal: UnsafeRawBufferPointer, _ place: Int) -> Int {
        unsafe Int(clamping: UInt64(littleEndian: seal.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    }

    private static func sections(
        _ seal: UnsafeRawBufferPointer, within end: Int
    ) throws(BlockFileFault) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for place in 0..<BlockLayout.greatestSections {
            let start = unsafe number(seal, BlockLayout.sectionsPlace + place * 16)
            let count = unsafe number(seal, BlockLayout.sectionsPlace + place * 16 + 8)
            guard start <= end, count <= end - start else { throw .damaged }
            found.append(start..<(start + count))
        }
        return found
    }

    private static func binding(_ seal: UnsafeRawBufferPointer) throws(BlockFileFault) -> [UInt8] {
        let count = unsafe number(seal, BlockLayout.bindingPlace)
        guard count <= BlockLayout.greatestBinding else { throw .damaged }
        let start = BlockLayout.bindingPlace + 8
        return unsafe Array(seal[start..<(start + count)])
    }

    /// How large the file is, in bytes.
    package var byteCount: Int { map.count }

    /// Whether a block was read that is not as it was written.
    package var isDamaged: Bool { damage.load(ordering: .relaxed) }

    /// Has the file read ahead, for somebody who is about to look up a good part of it.
    package func readAhead() { map.readAhead() }

    /// All bytes; to be read only where ``isIntact(_:_:)`` said so.
    var bytes: UnsafeRawBufferPointer { unsafe map.bytes }

    /// Whether some bytes are as they were written.
    @inline(__always)
    func isIntact(_ start: Int, _ end: Int) -> Bool {
        guard end > start else { return true }
        let first = start / BlockLayout.blockSize
        let last = (end - 1) / BlockLayout.blockSize
        for block in first...last where !isChecked(block) {
            guard check(block) else { return false }
        }
        return true
    }

    @inline(__always)
    private func isChecked(_ block: Int) -> Bool {
        unsafe checked[block / 64].load(ordering: .relaxed) >> UInt64(block % 64) & 1 == 1
    }

    private func note(_ block: Int) {
        unsafe _ = checked[block / 64].bitwiseOr(1 << UInt64(block % 64), ordering: .relaxed)
    }

    /// Hashes a block, and the one that holds its checksum.
    @inline(never)
    private func check(_ block: Int) -> Bool {
        guard block >= 0, block < blockCount else { return fail() }
        let ofSums = block / BlockLayout.sumsPerBlock
        if !isChecked(blockCount + ofSums) {
            guard holds(blockCount + ofSums, sumAt: topStart + ofSums * BlockLayout.sumSize) else {
                return fail()
            }
            note(blockCount + ofSums)
        }
        guard holds(block, sumAt: sumsStart + block * BlockLayout.sumSize) else { return fail() }
        note(block)
        return true
    }

    private func holds(_ block: Int, sumAt place: Int) -> Bool {
        let start = block * BlockLayout.blockSize
        let bytes = unsafe map.bytes
        let content = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<(start + BlockLayout.blockSize)])
        let (first, second) = unsafe BlockLayout.sum(of: content)
        return unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) == first
            && bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self) == second
    }

    private func fail() -> Bool {
        damage.store(true, ordering: .relaxed)
        return false
    }

    /// Some bytes of a section; nil where they are damaged or beyond its end.
    package func bytes(ofSection section: Int, from start: Int, count: Int) -> [UInt8]? {
        guard sections.indices.contains(section), start >= 0, count >= 0,
            start <= sections[section].count, count <= sections[section].count - start
        else { return nil }
        let first = sections[section].lowerBound + start
        guard isIntact(first, first + count) else { return nil }
        return unsafe Array(map.bytes[first..<(first + count)])
    }

    /// A number of eight bytes in a section; nil where it is damaged or beyond its end.
    package func word(ofSection section: Int, at place: Int) -> UInt64? {
        guard sections.indices.contains(section), place >= 0, place < sections[section].count / 8 else {
            return nil
        }
        let start = sections[section].lowerBound + place * 8
        guard isIntact(start, start + 8) else { return nil }
        return unsafe UInt64(littleEndian: map.bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }

    /// Has a number of eight bytes fetched from memory that is about to be asked for, and does not wait for it.
    package func expectWord(ofSection section: Int, at place: Int) {
        guard sections.indices.contains(section), place >= 0, place < sections[section].count / 8,
            let base = unsafe map.bytes.baseAddress
        else { return }
        unsafe Prefetch.line(at: base + sections[section].lowerBound + place * 8)
    }

    /// How many bytes a section has.
    package func byteCount(ofSection section: Int) -> Int {
        sections.indices.contains(section) ? sections[section].count : 0
    }

    /// Reads every block; false where one is not as it was written.
    package func isWhole() -> Bool { isIntact(0, blockCount * BlockLayout.blockSize) }
}
