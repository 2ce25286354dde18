package import Cryptography

/// Says of a keyed tag that it is surely not among those of a list, or that it may be (a Bloom filter in blocks).
///
/// A tag sets six bits of one line of 64 bytes, which its first bytes choose; with sixteen bits for a tag about one in
/// five hundred strangers is taken for somebody who may be there. What was taken away may be answered with "may be" too.
@safe package struct TagFilter: Sendable {
    static let lineSize = 64
    private let file: BlockFile?
    private let start: Int
    private let lines: UInt64
    /// The lines, where there is no file.
    private let words: [UInt8]

    /// The filter in a section of a file; nil where it does not hold one.
    package init?(_ file: BlockFile, section: Int) {
        guard file.sections.indices.contains(section) else { return nil }
        let range = file.sections[section]
        guard range.count > 0, range.count % Self.lineSize == 0 else { return nil }
        self.file = file
        start = range.lowerBound
        lines = UInt64(range.count / Self.lineSize)
        words = []
    }

    /// The filter of gathered tags, in memory.
    package init(_ builder: TagFilterBuilder) {
        (file, start) = (nil, 0)
        (lines, words) = (builder.lines, builder.words)
    }

    /// Whether nobody wrote to the file since it was opened; always so without one.
    package var isUnchanged: Bool { file?.isUnchanged ?? true }

    /// Whether a tag may be on the list; so it is said too where the file is damaged.
    package func mayHold(_ tag: Digest) -> Bool {
        let place = unsafe tag.withUnsafeBytes { unsafe Place($0, lines: lines) }
        let line = start + place.line * Self.lineSize
        guard let file else {
            return place.bits.allSatisfy { words[line + $0 / 8] >> UInt8($0 % 8) & 1 == 1 }
        }
        guard file.isIntact(line, line + Self.lineSize) else { return true }
        let bytes = unsafe file.bytes
        return place.bits.allSatisfy { bit in
            unsafe bytes[line + bit / 8] >> UInt8(bit % 8) & 1 == 1
        }
    }

    /// Which line a tag chooses, and which bits of it.
    struct Place {
        let line: Int
        private let choice: UInt64

        init(_ tag: UnsafeRawBufferPointer, lines: UInt64) {
            let first = unsafe UInt64(bigEndian: tag.loadUnaligned(as: UInt64.self))
            choice = unsafe UInt64(bigEndian: tag.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            line = Int(truncatingIfNeeded: first.multipliedFullWidth(by: lines).high)
        }

        var bits: some Sequence<Int> { (0..<6).lazy.map { [choice] in Int(choice >> UInt64($0 * 9) & 511) } }
    }
}

/// Gathers tags for a ``TagFilter``.
package struct TagFilterBuilder {
    fileprivate var words: [UInt8]
    fileprivate let lines: UInt64
    /// More would be larger than what the filter is to spare.
    private static let greatestLines: UInt64 = (32 << 20) / UInt64(TagFilter.lineSize)

    /// - Parameter atMost: How many tags there will be.
    package init(atMost count: Int) {
        lines = min(max(1, UInt64(clamping: count) / 32 + 1), Self.greatestLines)
        words = [UInt8](repeating: 0, count: Int(lines) * TagFilter.lineSize)
    }

    /// Adds a tag of 16 bytes or more; nothing is done for a shorter one, which cannot be.
    package mutating func add(_ tag: [UInt8]) {
        guard tag.count >= 16 else { return }
        let place = unsafe tag.withUnsafeBytes { unsafe TagFilter.Place($0, lines: lines) }
        for bit in place.bits { words[place.line * TagFilter.lineSize + bit / 8] |= 1 << UInt8(bit % 8) }
    }

    /// Writes the filter as a section of a file.
    package func write(to file: BlockFileWriter) throws {
        try file.beginSection()
        try file.write(words)
    }
}
