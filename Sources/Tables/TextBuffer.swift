/// The part of the input that is being looked at, as text that can be read byte by byte.
///
/// The bytes are UTF-8, or those of a code page as they stand. UTF-16 is turned into UTF-8 on its way in. The buffer is
/// filled to the brim, whatever pieces the source hands out, so that what is read never depends on them; it grows
/// only for a record that fills half of it.
struct TextBuffer: ~Copyable {
    /// The encoding of the input.
    let encoding: TextEncoding
    /// The text at hand; what lies before `start` is done with.
    private(set) var bytes: [UInt8] = []
    /// Where the unread text begins.
    private(set) var start = 0
    /// Whether the source has nothing more to give.
    private(set) var isAtEnd: Bool
    /// Why the text breaks off, if what follows is not valid in UTF-16.
    private(set) var flaw: UTF16Flaw?
    /// How many bytes have come from the source.
    private(set) var bytesRead: UInt64

    private var source: any ByteSource
    /// Bytes of UTF-16 that are still to be decoded; empty in other encodings.
    private var undecoded: [UInt8] = []
    private var capacity: Int

    /// Makes a buffer whose input begins with `prefix` and goes on with what the source gives.
    init(
        prefix: [UInt8] = [], source: any ByteSource, isAtEnd: Bool = false, encoding: TextEncoding,
        capacity: Int
    ) {
        self.encoding = encoding
        self.source = source
        self.isAtEnd = isAtEnd
        self.capacity = max(capacity, Self.minimumCapacity)
        bytesRead = UInt64(prefix.count)
        bytes.reserveCapacity(self.capacity)
        if encoding.isWide {
            undecoded = prefix
            decode()
        } else {
            bytes.append(contentsOf: prefix)
        }
    }

    /// Room for a byte order mark and a separator line, which have to be seen in one piece.
    private static let minimumCapacity = 16

    /// How much unread text there is.
    var count: Int { bytes.count - start }

    /// Whether nothing follows the text at hand, and it is sound to its last byte.
    var isComplete: Bool { isAtEnd && flaw == nil }

    /// How many bytes of memory the buffer holds on to.
    var allocatedBytes: Int { bytes.capacity + undecoded.capacity }

    /// Counts the first unread bytes as read.
    mutating func consume(_ count: Int) {
        start += min(count, self.count)
    }

    /// Gets more text behind the unread text, unless the end is reached.
    mutating func fill() throws(TableError) {
        bytes.removeSubrange(0..<start)
        start = 0
        if bytes.count > capacity / 2 { capacity *= 2 }
        bytes.reserveCapacity(capacity)
        // One character may need four bytes; less room than that is as good as none.
        while !isAtEnd, capacity - bytes.count >= 4 {
            let room = capacity - bytes.count
            if encoding.isWide {
                // Two bytes of UTF-16 become three of UTF-8 at most.
                noteTaken(try Self.take(room / 3 * 2, from: &source, into: &undecoded))
                decode()
            } else {
                noteTaken(try Self.take(room, from: &source, into: &bytes))
            }
        }
    }

    /// Reads once and tells how many bytes came; none means that the source has ended.
    private static func take(
        _ room: Int, from source: inout any ByteSource, into target: inout [UInt8]
    ) throws(TableError) -> Int {
        let before = target.count
        try target.append(addingCapacity: room) { (output: inout OutputSpan<UInt8>) throws(TableError) in
            try source.read(into: &output)
        }
        return target.count - before
    }

    private mutating func noteTaken(_ count: Int) {
        isAtEnd = count == 0
        bytesRead += UInt64(count)
    }

    private mutating func decode() {
        flaw = UTF16Decoder.decode(&undecoded, as: encoding, isLast: isAtEnd, into: &bytes)
        if flaw != nil { isAtEnd = true }
    }
}
