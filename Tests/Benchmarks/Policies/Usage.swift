import Foundation

/// What this process has used so far.
enum Usage {
    /// Seconds of processor time, of its one thread.
    static var seconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    /// Kilobytes of memory now.
    static var kilobytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }
}
