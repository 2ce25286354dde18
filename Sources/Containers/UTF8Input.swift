/// A text as UTF-8 without its byte order mark, also if it was written in UTF-16.
///
/// What follows no mark is left as it is; whoever reads it decides what is no UTF-8.
final class UTF8Input: ContainerInput {
    private enum Form {
        case unknown, asItIs, utf16(lowByte: Int)
    }

    private let input: any ContainerInput
    private var form = Form.unknown
    private var pending: [UInt8] = []
    private var offset = 0
    /// Bytes of UTF-16 that mean nothing without the next ones.
    private var rest: [UInt8] = []

    init(_ input: any ContainerInput) {
        self.input = input
    }

    func read(atMost count: Int) throws -> [UInt8] {
        guard count > 0 else { return [] }
        while offset == pending.count {
            let bytes = try fetch()
            if bytes.isEmpty { return [] }
            (pending, offset) = (bytes, 0)
        }
        let end = offset + min(count, pending.count - offset)
        defer { offset = end }
        return Array(pending[offset..<end])
    }

    func rewind() throws {
        try input.rewind()
        (form, pending, offset, rest) = (.unknown, [], 0, [])
    }

    private func fetch() throws -> [UInt8] {
        if case .unknown = form {
            var beginning: [UInt8] = []
            while beginning.count < 3 {
                let piece = try input.read(atMost: 1 << 16)
                if piece.isEmpty { break }
                beginning += piece
            }
            let bytes = begin(with: beginning)
            if !bytes.isEmpty || beginning.isEmpty { return bytes }
        }
        while true {
            let bytes = try input.read(atMost: 1 << 16)
            guard case .utf16(let lowByte) = form else { return bytes }
            let text = decode(bytes, lowByte: lowByte, isLast: bytes.isEmpty)
            if bytes.isEmpty || !text.isEmpty { return text }
        }
    }

    private func begin(with bytes: [UInt8]) -> [UInt8] {
        form = .asItIs
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
        let lowByte = bytes[0] == 0xFF ? 0 : 1
        form = .utf16(lowByte: lowByte)
        return decode(Array(bytes.dropFirst(2)), lowByte: lowByte, isLast: false)
    }

    /// Decodes what can be decoded and keeps what needs the next bytes; damage becomes U+FFFD.
    private func decode(_ bytes: [UInt8], lowByte: Int, isLast: Bool) -> [UInt8] {
        rest += bytes
        var units: [UInt16] = []
        var index = 0
        while index + 1 < rest.count {
            units.append(UInt16(rest[index + lowByte]) | UInt16(rest[index + 1 - lowByte]) << 8)
            index += 2
        }
        if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) {
            units.removeLast()
            index -= 2
        }
        rest.removeFirst(isLast ? rest.count : index)
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
