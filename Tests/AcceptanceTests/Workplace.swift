import Foundation
import Synchronization
import Testing

/// A fresh folder with a home of its own, in which the real program is run.
final class Workplace: Sendable {
    let folder: URL
    private let environment: Mutex<[String: String]>

    /// What a run of a program left.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "consentgate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let programs = try Self.program().deletingLastPathComponent().path
        environment = Mutex([
            "HOME": folder.path, "CONSENTGATE_HOME": folder.appending(path: "ledger").path, "TZ": "UTC",
            "NO_COLOR": "1", "LANG": "C.UTF-8", "PATH": "\(programs):/usr/bin:/bin:/usr/sbin:/sbin",
        ])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The program, which the build put beside the tests.
    static func program() throws -> URL {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let candidates = [tests, CommandLine.arguments.first ?? "", Bundle.main.bundlePath].map {
            URL(filePath: $0).deletingLastPathComponent().appending(path: "consentgate")
        }
        return try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) })
    }

    func set(_ name: String, to value: String) { environment.withLock { $0[name] = value } }

    func write(_ content: String, to name: String) throws {
        try Data(content.utf8).write(to: folder.appending(path: name))
    }

    /// Starts a command of the shell, its streams in files so that no full pipe can stop it.
    func start(_ command: String) throws -> Running {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        process.environment = environment.withLock { $0 }
        process.standardInput = FileHandle.nullDevice
        let running = Running(process: process, streams: folder.appending(path: ".\(UUID().uuidString)"))
        try running.start()
        return running
    }

    /// Runs a command of the shell to its end.
    func run(_ command: String) throws -> Outcome { try start(command).wait() }

    /// A command on its way.
    struct Running {
        let process: Process
        let streams: URL

        private var output: URL { streams.appendingPathExtension("out") }
        private var errors: URL { streams.appendingPathExtension("err") }

        func start() throws {
            for file in [output, errors] { try Data().write(to: file) }
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = try FileHandle(forWritingTo: errors)
            try process.run()
        }

        func wait() throws -> Outcome {
            process.waitUntilExit()
            defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
            return Outcome(
                status: process.terminationStatus,
                output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
                errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
        }
    }
}
