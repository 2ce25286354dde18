import Containers
import Tables

/// The bytes that came out of a file, and how they ended.
struct Reading {
    var bytes: [UInt8] = []
    var error: TableError?

    /// Reads to the end through pieces of a size.
    init(of content: Content, chunk: Int) {
        do throws(TableError) {
            while true {
                var source = content
                let piece = try Self.piece(of: &source, chunk)
                if piece.isEmpty { break }
                bytes += piece
                precondition(bytes.count < 64 << 20, "output without bound")
            }
        } catch {
            self.error = error
            precondition(content.failure != nil, "an error that nothing stands behind")
        }
        precondition(
            content.kind == .plain || String(validating: bytes, as: UTF8.self) != nil || error != nil,
            "a table that is no UTF-8")
    }

    /// Whether two readings agree: to the last byte, or to the error that ended both.
    func isSame(as other: Reading) -> Bool {
        guard error == other.error else { return false }
        if error != nil { return bytes.starts(with: other.bytes) || other.bytes.starts(with: bytes) }
        return bytes == other.bytes
    }

    private static func piece(of content: inout Content, _ count: Int) throws(TableError) -> [UInt8] {
        var failure: TableError?
        let piece = [UInt8](capacity: count) { output in
            do throws(TableError) { try content.read(into: &output) } catch { failure = error }
        }
        if let failure { throw failure }
        return piece
    }
}
