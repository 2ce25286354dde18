package import Cryptography
import Files

/// Looks for keys where none may stand: as they are, and as hexadecimal digits.
///
/// The keys stay where they are wiped when nobody needs them, and what is read of the files is overwritten.
package struct KeySearch {
    private let keys: [SecretKey]
    /// Whether some key may begin with a byte, so that nearly every place is passed over by one look; a byte of each key is
    /// all that it tells.
    private var begins = [Bool](repeating: false, count: 256)

    /// A search for some keys.
    package init(_ keys: [SecretKey]) {
        self.keys = keys
        for key in keys { for first in key.beginnings { begins[Int(first)] = true } }
    }

    /// Whether a key stands in a file.
    package func finds(in path: String) throws -> Bool {
        guard !keys.isEmpty else { return false }
        let file = try InputFile(path: path)
        var isFound = false
        try file.forEachPiece(overlapping: 2 * SecretKey.byteCount - 1) { piece throws(FileError) in
            isFound = isFound || stands(in: piece)
        }
        return isFound
    }

    private func stands(in piece: Span<UInt8>) -> Bool {
        for place in 0..<piece.count where begins[Int(piece[place])] {
            for key in keys where key.stands(in: piece, at: place) { return true }
        }
        return false
    }
}
