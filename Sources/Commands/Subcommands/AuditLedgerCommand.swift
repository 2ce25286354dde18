import ArgumentParser
import Audit
import Consent
import Ledger

/// Lists every record of the ledger.
struct AuditLedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "List every record of the ledger in the order of its log.",
        discussion: """
            Addresses are shortened, and what people wrote is left out, unless --clear asks
            for it.

            Example:
              consentgate audit ledger --since 2026-10-01T00:00:00Z --csv > october.csv
            """)

    @Option(help: ArgumentHelp("Recorded at this time or later, RFC 3339 with its zone.", valueName: "time"))
    var since: String?

    @Option(help: ArgumentHelp("Recorded at this time or earlier.", valueName: "time"))
    var until: String?

    @Flag(help: "Answer with comma-separated values, safe to open in a spreadsheet.")
    var csv = false

    @Flag(help: "Show addresses, sources and reasons in full. This is personal data.")
    var clear = false

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func validate() throws {
        if csv, form.json { throw ValidationError("Choose one of --json and --csv.") }
    }

    func run() throws {
        let since = try Typed.time(since, option: "--since")
        let until = try Typed.time(until, option: "--until")
        let trail = LedgerTrail(
            of: try place.open(create: false), since: since, until: until, clear: clear)
        // Pieces are small; a call of the system for each would cost more than the row.
        var pending = ""
        try trail.write(as: csv ? .csv : form.json ? .json : .text) { piece in
            pending += piece
            guard pending.utf8.count > 1 << 16 else { return }
            try Terminal.answer(pending)
            pending = ""
        }
        try Terminal.answer(pending)
    }
}
