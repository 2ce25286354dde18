import Foundation

/// The program `aics-witness` of the Python Package Index: a C2SP tlog-witness that others wrote.
package enum WitnessProgram {
    /// Where it is: in the folder that continuous integration installs it to, or on the path; nil where it is not.
    package static let path: String? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folders =
            [root.appending(path: ".build/witness/bin").path]
            + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return folders.map { $0 + "/aics-witness" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Why tests with it are skipped.
    package static let absence = "aics-witness is not installed; .ci/run says how"

    /// Makes a witness in an empty folder, gives it a log to know, and tells its key.
    package static func make(in folder: String, knowing log: (origin: String, key: String)?) throws -> String
    {
        let config = folder + "/witness.json"
        let key = try run([
            "init", "--config", config, "--name", "witness.example/w1", "--listen", "127.0.0.1:0",
        ])
        if let log {
            _ = try run(["add-log", "--config", config, "--origin", log.origin, "--vkey", log.key])
        }
        return key.trimmingCharacters(in: .newlines)
    }

    /// Starts the witness of a folder.
    package static func serve(from folder: String) throws -> LoopbackServer {
        try LoopbackServer(program: path ?? "", arguments: ["serve", "--config", folder + "/witness.json"])
    }

    private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: path ?? "")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }
}
