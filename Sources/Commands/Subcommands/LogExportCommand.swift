import ArgumentParser
import Audit
import CanonicalJSON
import Ledger

/// Writes the public log as files.
struct LogExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the public log as files that anybody can check (C2SP tlog-tiles).",
        discussion: """
            checkpoint, vkey, tile/ and tile/entries/: no personal data. An earlier export
            is brought up to date.

            Example:
              consentgate log export --out public-log
            """)

    @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir"), completion: .directory)
    var out: String

    @OptionGroup var answering: AnsweringOptions

    func run() throws {
        try answering.answer { LogExportAnswer(folder: out, outcome: try LogExport.write($0, to: out)) }
    }
}

/// What an export wrote.
private struct LogExportAnswer: Answer {
    let folder: String
    let outcome: LogExport.Outcome

    func text(in palette: Palette) -> String { "\(folder): \(outcome)\n" }

    var json: JSONValue {
        .object(of: [
            "out": .string(folder), "size": .integer(Int64(clamping: outcome.size)),
            "earlierSize": .integer(Int64(clamping: outcome.earlierSize)),
            "files": .integer(Int64(outcome.files)),
        ])
    }
}
