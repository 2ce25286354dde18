import Cryptography
import Files

/// Looks for keys where none may stand: as they are, and as hexadecimal digits.
package struct KeySearch {
    private let patterns: [[UInt8]]
    /// The first bytes of the patterns, so that nearly every place is passed over by one look.
    private var begins = [Bool](repeating: false, count: 256)
    private let longest: Int

    private static let chunk = 1 << 20

    /// A search for the bytes of some keys.
    package init(_ keys: [[UInt8]]) {
        patterns = keys.filter { !$0.isEmpty }.flatMap { [$0, Array(Hex.encode($0).utf8)] }
        longest = patterns.map(\.count).max() ?? 0
        for pattern in patterns { if let first = pattern.first { begins[Int(first)] = true } }
    }

    /// Whether a key stands in a file.
    package func finds(in path: String) throws -> Bool {
        guard longest > 0 else { return false }
        let file = try InputFile(path: path)
        var window: [UInt8] = []
        while try file.read(appendingTo: &window, atMost: Self.chunk) {
            if isFound(in: window) { return true }
            // What stands across two chunks is seen with the next.
            window.removeFirst(max(0, window.count - longest + 1))
        }
        return false
    }

    private func isFound(in bytes: [UInt8]) -> Bool {
        for start in bytes.indices where begins[Int(bytes[start])] {
            if patterns.contains(where: { bytes[start...].starts(with: $0) }) { return true }
        }
        return false
    }
}
