/// The lines of a text, whatever they end in.
final class LineReader {
    /// A line without its end.
    struct Line {
        /// Its bytes, as many as the limit lets through.
        var bytes: [UInt8]
        /// Its number, from 1.
        var number: Int
        /// Whether it was longer.
        var isCut: Bool
    }

    private let input: any ContainerInput
    private let limit: Int
    private var chunk: [UInt8] = []
    private var offset = 0
    private var number = 0
    /// Whether the last line ended in a carriage return, so that a line feed still belongs to it.
    private var isAfterReturn = false

    init(_ input: any ContainerInput, limit: Int) {
        self.input = input
        self.limit = limit
    }

    func rewind() throws {
        try input.rewind()
        (chunk, offset, number, isAfterReturn) = ([], 0, 0, false)
    }

    /// The next line, or nil at the end.
    func next() throws -> Line? {
        var line = Line(bytes: [], number: number + 1, isCut: false)
        var hasBegun = false
        while true {
            if offset == chunk.count {
                chunk = try input.read(atMost: 1 << 16)
                offset = 0
                if chunk.isEmpty { break }
            }
            if isAfterReturn {
                isAfterReturn = false
                if chunk[offset] == 0x0A {
                    offset += 1
                    continue
                }
            }
            hasBegun = true
            if takeLine(into: &line) { break }
        }
        guard hasBegun else { return nil }
        number += 1
        return line
    }

    /// Takes the rest of the chunk or of the line; true at the end of the line.
    private func takeLine(into line: inout Line) -> Bool {
        let rest = chunk[offset...]
        let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D }
        let piece = rest[..<(end ?? chunk.count)]
        let room = limit - line.bytes.count
        line.bytes += piece.prefix(room)
        line.isCut = line.isCut || piece.count > room
        guard let end else {
            offset = chunk.count
            return false
        }
        isAfterReturn = chunk[end] == 0x0D
        offset = end + 1
        return true
    }
}
