/// Finds the objects of JSON Lines, or of an array of objects, one after the other.
///
/// It knows only strings and brackets; whether an object is sound is found when it is cut into members.
final class JSONObjectSplitter {
    /// The bytes of an object.
    struct Piece {
        let bytes: [UInt8]
        /// The line on which it begins, from 1.
        let line: Int
    }

    private let input: any ContainerInput
    private let limit: Int
    private var chunk: [UInt8] = []
    private var offset = 0
    private var line = 1
    private var isInArray = false
    /// Whether anything came before, so that `[` cannot open the list any more.
    private var hasBegun = false
    private var hasEnded = false

    init(_ input: any ContainerInput, limit: Int) {
        self.input = input
        self.limit = limit
    }

    func rewind() throws {
        try input.rewind()
        (chunk, offset, line, isInArray, hasBegun, hasEnded) = ([], 0, 1, false, false, false)
    }

    /// The next object, or nil at the end.
    func next() throws -> Piece? {
        while let byte = try take() {
            switch byte {
            case UInt8(ascii: "{") where !hasEnded:
                hasBegun = true
                return try object(from: line)
            case UInt8(ascii: "[") where !hasBegun:
                (isInArray, hasBegun) = (true, true)
            case UInt8(ascii: "]") where isInArray && !hasEnded: hasEnded = true
            case UInt8(ascii: ",") where isInArray && hasBegun && !hasEnded: break
            case 0x20, 0x09, 0x0A, 0x0D, 0x1A, 0x1E: break
            default: throw Self.noObject(line)
            }
        }
        if isInArray, !hasEnded { throw Self.unfinished(line) }
        return nil
    }

    private func object(from start: Int) throws -> Piece {
        var bytes: [UInt8] = [UInt8(ascii: "{")]
        var depth = 1
        var isInString = false
        var isEscaped = false
        while depth > 0 {
            guard let byte = try take() else { throw Self.unfinished(start) }
            guard bytes.count < limit else { throw Self.unfinished(start) }
            bytes.append(byte)
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
        return Piece(bytes: bytes, line: start)
    }

    private func take() throws -> UInt8? {
        if offset == chunk.count {
            chunk = try input.read(atMost: 1 << 16)
            offset = 0
            if chunk.isEmpty { return nil }
        }
        let byte = chunk[offset]
        offset += 1
        if byte == 0x0A { line += 1 }
        return byte
    }

    private static let hint = "Every object stands on a line of its own, or all of them in one array."

    private static func noObject(_ line: Int) -> ContainerError {
        .line(line, "What stands here is no object of JSON.", hint: hint)
    }

    private static func unfinished(_ line: Int) -> ContainerError {
        .line(line, "The object that begins here never ends, or is too long.", hint: hint)
    }
}
