package import Cryptography
import Files

/// A derived file in the making, see ``BlockFile``; it takes its place when it is whole.
package final class BlockFileWriter {
    private var file: StagedFile
    /// Bytes of the block that is not full yet.
    private var block: [UInt8] = []
    private var sums: [UInt8] = []
    private var sections: [(start: Int, count: Int)] = []
    private var position = 0

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - path: Where it will be; only its owner may read it.
    ///   - token: Some letters that make its temporary name unique, where it needs one.
    package init(path: String, token: String) throws {
        file = try StagedFile(path: path, mode: 0o600, token: token)
        block.reserveCapacity(BlockLayout.blockSize)
    }

    /// Ends a section and begins the next, which starts with a block of its own.
    package func beginSection() throws {
        try fill()
        precondition(sections.count < BlockLayout.greatestSections, "a file has few sections")
        sections.append((start: position, count: 0))
    }

    /// Appends bytes to the section.
    package func write(_ bytes: [UInt8]) throws { try unsafe bytes.withUnsafeBytes { try unsafe add($0) } }

    /// Appends words to the section, the lowest byte of each first.
    package func write(_ words: [UInt64]) throws {
        try unsafe words.map(\.littleEndian).withUnsafeBytes { try unsafe add($0) }
    }

    /// Appends numbers of four bytes to the section, the lowest byte of each first.
    package func write(_ numbers: [UInt32]) throws {
        try unsafe numbers.map(\.littleEndian).withUnsafeBytes { try unsafe add($0) }
    }

    /// Appends what was spooled to the section.
    package func write(_ spool: inout WordSpool) throws {
        var words: [UInt64] = []
        var start = 0
        while start < spool.count {
            let end = min(start + 8192, spool.count)
            try spool.read(start..<end, into: &words)
            try write(words)
            start = end
        }
    }

    private func add(_ bytes: UnsafeRawBufferPointer) throws {
        guard !sections.isEmpty else { preconditionFailure("bytes belong to a section") }
        sections[sections.count - 1].count += bytes.count
        try unsafe take(bytes)
    }

    private func take(_ bytes: UnsafeRawBufferPointer) throws {
        var start = 0
        while start < bytes.count {
            let end = min(start + BlockLayout.blockSize - block.count, bytes.count)
            unsafe block.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
            start = end
            if block.count == BlockLayout.blockSize { try flush() }
        }
    }

    private func flush() throws {
        let (first, second) = unsafe block.withUnsafeBytes { unsafe BlockLayout.sum(of: $0) }
        for word in [first, second] {
            unsafe withUnsafeBytes(of: word) { unsafe sums.append(contentsOf: $0) }
        }
        try file.write(block)
        position += block.count
        block.removeAll(keepingCapacity: true)
    }

    /// Fills the block up with zeroes.
    private func fill() throws {
        guard !block.isEmpty else { return }
        block.append(contentsOf: repeatElement(0, count: BlockLayout.blockSize - block.count))
        try flush()
    }

    /// Seals the file, brings it to the disk and moves it to its place.
    ///
    /// - Parameters:
    ///   - binding: Of what it is derived; at most 1024 bytes.
    ///   - key: Under which it is sealed.
    package func commit(binding: [UInt8], key: HMACKey) throws {
        try fill()
        precondition(binding.count <= BlockLayout.greatestBinding, "a binding is short")
        let blocks = position / BlockLayout.blockSize
        let ofBlocks = sums
        sums.removeAll()
        try unsafe ofBlocks.withUnsafeBytes { try unsafe take($0) }
        try fill()
        let ofSums = sums
        try unsafe ofSums.withUnsafeBytes { try unsafe take($0) }
        try fill()
        let digest = unsafe ofSums.withUnsafeBytes { unsafe SHA256.digest(of: $0) }
        var seal = BlockLayout.magic + Self.bytes(blocks)
        for place in 0..<BlockLayout.greatestSections {
            let section = place < sections.count ? sections[place] : (start: 0, count: 0)
            seal += Self.bytes(section.start) + Self.bytes(section.count)
        }
        seal += digest.bytes + Self.bytes(binding.count) + binding
        seal += [UInt8](repeating: 0, count: BlockLayout.codePlace - seal.count)
        seal += key.authenticate(seal.span).bytes
        try file.write(seal)
        try file.commit()
    }

    private static func bytes(_ number: Int) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
