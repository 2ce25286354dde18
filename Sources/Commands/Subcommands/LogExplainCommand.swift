import ArgumentParser
import CanonicalJSON
import Ledger

/// Explains why a record tells an earlier time than the one before it.
struct LogExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say in the log why an entry tells an earlier time than the one before it.",
        discussion: """
            A clock that was wrong cannot be put right in a log that only grows. verify
            finds such an entry, for nobody can tell it from one that was back-dated. Once
            it is explained, verify tells it with your reason and the day on which you gave
            it, and no longer calls it wrong; an auditor judges the reason. It stands in the
            open log.

            Example:
              consentgate log explain 1234 \\
                  --reason "the clock was a year ahead after the power cut"
            """)

    @Argument(help: ArgumentHelp("The entry, as verify names it.", valueName: "entry"))
    var entry: UInt64

    @Option(help: ArgumentHelp("Why, without names or addresses.", valueName: "text"))
    var reason: String

    @OptionGroup var answering: AnsweringOptions

    func run() throws {
        try answering.answer { ledger in
            let record = try ledger.explainClock(at: entry, reason: reason)
            return ClockExplainedAnswer(entry: entry, record: record.rid, index: record.index)
        }
    }
}

/// What was explained, and where that stands.
private struct ClockExplainedAnswer: Answer {
    let entry: UInt64
    let record: RecordID
    let index: UInt64

    func text(in palette: Palette) -> String {
        "explained  entry \(entry), in entry \(index)\nrecord     \(record)\n"
    }

    var json: JSONValue {
        .object(of: [
            "entry": .integer(Int64(clamping: entry)), "record": .string(record.description),
            "index": .integer(Int64(clamping: index)),
        ])
    }
}
