/// Bytes to be looked for in other bytes.
struct BytePattern: Hashable, Sendable {
    /// Not empty, or nothing is ever found.
    let bytes: [UInt8]

    init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// Where the bytes stand for the first time at or after an index, or nil.
    func firstIndex(in text: [UInt8], from start: Int = 0) -> Int? {
        guard let first = bytes.first, text.count >= bytes.count else { return nil }
        var index = start
        while index <= text.count - bytes.count {
            if text[index] == first, stands(in: text, at: index) { return index }
            index += 1
        }
        return nil
    }

    private func stands(in text: [UInt8], at index: Int) -> Bool {
        var offset = 1
        while offset < bytes.count {
            if text[index + offset] != bytes[offset] { return false }
            offset += 1
        }
        return true
    }
}
