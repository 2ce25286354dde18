/// The values of a file as a text that is unfolded much faster than YAML is read.
///
/// The build writes it beside the files that it puts into the program, for a program that starts must not read two
/// hundred kilobytes of YAML first. Each value is a letter for its kind, line and column, and a length or a count;
/// the bytes of a text follow it, and so do the values of a list, and keys and values of a mapping. Numbers have five
/// bits a character, the lowest first: `0` and the 31 characters after it end one, the 32 after those go on.
enum PackedTree {
    private static let plain = UInt8(ascii: "p")
    private static let quoted = UInt8(ascii: "q")
    private static let sequence = UInt8(ascii: "s")
    private static let mapping = UInt8(ascii: "m")

    /// A value with all that it holds.
    static func pack(_ node: YAMLNode) -> String {
        var text = ""
        append(node, to: &text)
        return text
    }

    private static func append(_ node: YAMLNode, to text: inout String) {
        func head(_ kind: UInt8, _ count: Int) {
            text.unicodeScalars.append(Unicode.Scalar(kind))
            for number in [node.position.line, node.position.column, count] { append(number, to: &text) }
        }
        switch node.kind {
        case .scalar(let value, let isPlain):
            head(isPlain ? plain : quoted, value.utf8.count)
            text += value
        case .sequence(let items):
            head(sequence, items.count)
            for item in items { append(item, to: &text) }
        case .mapping(let pairs):
            head(mapping, pairs.count)
            for (key, value) in pairs {
                append(key, to: &text)
                append(value, to: &text)
            }
        }
    }

    private static func append(_ number: Int, to text: inout String) {
        var rest = UInt(bitPattern: number)
        while true {
            let digit = UInt8(truncatingIfNeeded: rest & 31)
            rest >>= 5
            text.unicodeScalars.append(Unicode.Scalar(0x30 + digit + (rest > 0 ? 32 : 0)))
            if rest == 0 { return }
        }
    }

    /// The value that was packed, or nil where the text is not one.
    static func unpack(_ text: String, source: YAMLSource) -> YAMLNode? {
        var reader = Reader(bytes: Array(text.utf8), source: source)
        guard let node = reader.node(depth: 0), reader.isAtEnd else { return nil }
        return node
    }

    private struct Reader {
        let bytes: [UInt8]
        let source: YAMLSource
        private var index = 0

        init(bytes: [UInt8], source: YAMLSource) {
            self.bytes = bytes
            self.source = source
        }

        var isAtEnd: Bool { index == bytes.count }

        mutating func node(depth: Int) -> YAMLNode? {
            guard depth <= YAMLNode.deepest, index < bytes.count else { return nil }
            let kind = bytes[index]
            index += 1
            // Nothing is longer than the text in which it stands, so that no count can ask for memory.
            guard let line = number(), let column = number(), let count = number(), count <= bytes.count
            else {
                return nil
            }
            guard let kind = value(kind, count, depth) else { return nil }
            return YAMLNode(kind: kind, position: (line, column), source: source)
        }

        private mutating func value(_ kind: UInt8, _ count: Int, _ depth: Int) -> YAMLNode.Kind? {
            switch kind {
            case PackedTree.plain, PackedTree.quoted:
                guard count <= bytes.count - index else { return nil }
                let text = String(decoding: bytes[index..<index + count], as: UTF8.self)
                index += count
                return .scalar(text, isPlain: kind == PackedTree.plain)
            case PackedTree.sequence:
                var items: [YAMLNode] = []
                items.reserveCapacity(count)
                for _ in 0..<count {
                    guard let item = node(depth: depth + 1) else { return nil }
                    items.append(item)
                }
                return .sequence(items)
            case PackedTree.mapping:
                var pairs: [(key: YAMLNode, value: YAMLNode)] = []
                pairs.reserveCapacity(count)
                for _ in 0..<count {
                    guard let key = node(depth: depth + 1), let value = node(depth: depth + 1) else {
                        return nil
                    }
                    pairs.append((key, value))
                }
                return .mapping(pairs)
            default: return nil
            }
        }

        private mutating func number() -> Int? {
            var number = 0
            var shift = 0
            while index < bytes.count, shift < 60 {
                let digit = bytes[index] &- 0x30
                index += 1
                guard digit < 64 else { return nil }
                number |= Int(digit & 31) << shift
                if digit < 32 { return number }
                shift += 5
            }
            return nil
        }
    }
}
