import Foundation

/// A program that serves on this machine while a test runs.
package final class LoopbackServer {
    /// Where it answers: `http://127.0.0.1:<port>`.
    package let address: String
    private let process: Process

    /// Why a server did not start.
    package struct NotStarted: Error {
        let output: String
    }

    /// Whether Python and OpenSSL's program are there to serve with.
    package static let isPossible = ["/usr/bin/python3", "/usr/bin/openssl"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Starts one of the scripts in the folder `Servers`.
    package convenience init(script: String, arguments: [String] = []) throws {
        let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Servers/\(script)")
        try self.init(program: "/usr/bin/python3", arguments: [place.path] + arguments)
    }

    /// Starts a program and waits until it says on which port it listens: `port N`, or an address that ends in `:N`.
    package init(program: String, arguments: [String]) throws {
        process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let said = Pipe()
        (process.standardOutput, process.standardError) = (said, said)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        var text = ""
        var port: Substring?
        while port == nil {
            let more = said.fileHandleForReading.availableData
            guard !more.isEmpty else { throw NotStarted(output: text) }
            text += String(decoding: more, as: UTF8.self)
            port = text.firstMatch(of: /(?:port |listening on http:\/\/127\.0\.0\.1:)(\d+)\s/)?.1
        }
        address = "http://127.0.0.1:\(port ?? "0")"
        // What it says later is read and thrown away, so that no full pipe stops it.
        said.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
    }

    deinit {
        // Not by SIGTERM: a test runs on a thread whose blocked signals its children inherit.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
