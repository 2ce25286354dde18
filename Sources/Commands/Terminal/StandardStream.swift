import Files
import Glibc

/// Standard output or standard error, written without a buffer: an answer that was given has left the process.
struct StandardStream: Sendable {
    /// Where answers go.
    static let output = StandardStream(number: STDOUT_FILENO, name: "standard output")
    /// Where everything else goes.
    static let error = StandardStream(number: STDERR_FILENO, name: "standard error")

    private let number: Int32
    private let name: String

    /// Whether a person looks at it.
    var isTerminal: Bool { isatty(number) == 1 }

    /// Writes the whole text.
    ///
    /// - Throws: `FileError`, of code `full` where the disk is, and `unread` where nobody reads any more.
    func write(_ text: String) throws(FileError) {
        let bytes = Array(text.utf8)
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes[offset...].withUnsafeBytes { rest in
                unsafe Glibc.write(number, rest.baseAddress, rest.count)
            }
            if count >= 0 {
                offset += count
            } else if errno != EINTR {
                throw .system(name, "writing")
            }
        }
    }

    /// Writes the text, and goes on if it cannot be written: there is no other place to say so.
    func writeIfPossible(_ text: String) {
        do throws(FileError) { try write(text) } catch { return }
    }
}
