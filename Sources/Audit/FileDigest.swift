import Cryptography
package import Files

/// The SHA-256 of a file of any length, and its length.
package struct FileDigest {
    /// 64 lower-case hexadecimal digits.
    package let hex: String
    /// Bytes.
    package let bytes: Int64

    /// Reads the file from end to end.
    package init(of path: String) throws(FileError) {
        let file = try InputFile(path: path)
        var hash = SHA256()
        var piece: [UInt8] = []
        var length: Int64 = 0
        while try file.read(appendingTo: &piece, atMost: 1 << 16) {
            hash.update(piece)
            length += Int64(piece.count)
            piece.removeAll(keepingCapacity: true)
        }
        hex = hash.finalize().hex
        bytes = length
    }
}
