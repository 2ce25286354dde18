import Foundation
import Testing

/// A verifier that others could have written: none of its code is ours but what reads files.
enum ForeignVerifier: String, CaseIterable {
    /// Go's `sumdb/note` and `sumdb/tlog`, which check Go's own modules.
    case go
    /// The text of the RFCs in Python, with the signatures of its `cryptography`.
    case python

    /// The folder of the two, beside this file.
    static let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Verifiers")
        .path

    /// Where Debian's packages put Go's libraries.
    private static let goPath = "/usr/share/gocode"

    /// What to install where it is not there.
    var packages: String {
        switch self {
        case .go: "golang-go golang-golang-x-mod-dev"
        case .python: "python3 python3-cryptography"
        }
    }

    /// What the test says where it cannot run.
    var absence: Comment {
        "Skipped, for this verifier is not installed. To run it: apt-get install \(packages)"
    }

    /// Whether everything is there that it needs.
    var isInstalled: Bool {
        switch self {
        case .go:
            FileManager.default.isExecutableFile(atPath: "/usr/bin/go")
                && FileManager.default.fileExists(
                    atPath: Self.goPath + "/src/golang.org/x/mod/sumdb/tlog/tlog.go")
        case .python: Self.hasCryptography
        }
    }

    private static let hasCryptography: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", "import cryptography"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// Builds a Go program in a workplace.
    static func build(_ source: String, as name: String, in workplace: Workplace) throws {
        let command =
            "GO111MODULE=off GOFLAGS= GOPATH=\(goPath) GOCACHE=$PWD/.go go build -o \(name) \(source)"
        let outcome = try workplace.run(command)
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    /// The command that verifies a case.
    func command(for verified: Case) -> String {
        switch self {
        case .go: "./verify-log '\(verified.folder)'"
        case .python: "python3 '\(Self.sources)/verify_log.py' '\(verified.folder)'"
        }
    }
}
