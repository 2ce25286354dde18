import Foundation

/// The locks of fcntl(2) that this process holds on a file, as Linux lists them.
struct HeldLocks {
    /// Whether the system tells of them.
    static let areTold = FileManager.default.isReadableFile(atPath: "/proc/locks")

    /// How many there are, as in `1: POSIX  ADVISORY  READ 4711 fe:00:123456 1073741826 1073742335`.
    static func count(on path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        guard let node = attributes[.systemFileNumber] as? NSNumber else { return 0 }
        let process = "\(ProcessInfo.processInfo.processIdentifier)"
        return try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n").count {
            line in
            let words = line.split(separator: " ")
            return words.contains("POSIX") && words.contains(Substring(process))
                && words.contains { $0.hasSuffix(":\(node.uint64Value)") }
        }
    }
}
