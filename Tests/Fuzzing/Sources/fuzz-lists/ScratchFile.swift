import Glibc

/// A file in memory that holds one input after the other: lists are opened by their path.
struct ScratchFile {
    /// Where it lies.
    static let path = "/dev/shm/consentgate-fuzz-\(getpid())"

    /// Makes these bytes all that stands in it.
    static func write(_ bytes: [UInt8]) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        precondition(file >= 0, "no scratch file")
        defer { close(file) }
        precondition(bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) } == bytes.count)
    }
}
