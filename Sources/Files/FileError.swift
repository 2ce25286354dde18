import Glibc

/// Something that a file or folder would not do.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, for a program to act on.
    package enum Code: String, Sendable {
        /// There is no such file or folder.
        case missing
        /// It is a folder where a file was expected.
        case directory
        /// It is a pipe, a socket or a device where a file was expected.
        case notAFile = "not-a-file"
        /// It may not be read, written or made.
        case forbidden
        /// The disk, the quota or the size limit is reached.
        case full
        /// Others may read what only its owner should.
        case exposed
        /// It is there already.
        case exists
        /// Whoever read it has gone, as `head` does after its lines.
        case unread
        /// Anything else.
        case other
    }

    /// What went wrong.
    package let code: Code
    /// The file or folder.
    package let path: String
    /// What was being done, such as `reading`.
    package let operation: String
    /// The system's number for it, 0 where the system said nothing.
    package let number: Int32

    package init(_ code: Code, path: String, operation: String, number: Int32 = 0) {
        self.code = code
        self.path = path
        self.operation = operation
        self.number = number
    }

    /// An error from the system's number, by default the last one.
    package static func system(_ path: String, _ operation: String, number: Int32 = errno) -> FileError {
        let code: Code =
            switch number {
            case ENOENT, ENOTDIR: .missing
            case EISDIR: .directory
            case EACCES, EPERM, EROFS: .forbidden
            case ENOSPC, EDQUOT, EFBIG: .full
            case EEXIST: .exists
            case EPIPE: .unread
            default: .other
            }
        return FileError(code, path: path, operation: operation, number: number)
    }

    /// What, where and what to do next.
    package var description: String {
        switch code {
        case .missing: "\(path): there is no such file or folder."
        case .directory: "\(path): this is a folder; name a file in it."
        case .notAFile:
            "\(path): this is a pipe or a device. Pass its content through standard input: use - as the name."
        case .forbidden: "\(path): no permission for \(operation). Check who owns it and how it may be used."
        case .full:
            "\(path): the disk is full, or a limit is reached. Nothing was left half-written; make room and try again."
        case .exposed: "\(path): others may read this file. Run: chmod 600 '\(path)'"
        case .exists where operation == "making the folder":
            "\(path): this is there already, and it is no folder."
        case .exists: "\(path): this is there already."
        case .unread: "\(path): nobody reads it any more."
        case .other: "\(path): \(operation) failed (\(Self.words(number)))."
        }
    }

    private static func words(_ number: Int32) -> String {
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
