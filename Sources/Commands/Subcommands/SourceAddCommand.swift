import ArgumentParser
import Consent
import Ledger
import Origins
import SourceRegister

/// Remembers a list.
struct SourceAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Remember the people of a LinkedIn export, or of a tool that reads LinkedIn.",
        discussion: """
            The same file twice is registered once; with --expires or --months it counts
            until another day then. The log learns that a list was registered, its digest
            and its counts: no name, label or file name.

            Examples:
              consentgate source add Connections.csv --label "My connections, May"
              consentgate source add Connections.csv --expires 2027-05-01
            """)

    @Argument(
        help: "The list in any form that vet reads, LinkedIn's archive for one; - for standard input.",
        completion: .file())
    var list: String

    @Option(help: ArgumentHelp("What you call it; it stays on this machine.", valueName: "text"))
    var label: String?

    @Option(help: ArgumentHelp("Until when its people are found, as in 2027-05-01.", valueName: "day"))
    var expires: String?

    @Option(
        help: ArgumentHelp("For how many months its people are found; 12 unless told.", valueName: "number"))
    var months: Int?

    @Flag(help: "Take the list even if nothing shows that it comes from LinkedIn.")
    var any = false

    @OptionGroup var reading: ListReadingOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func validate() throws {
        if expires != nil, months != nil { throw ValidationError("Give --expires or --months, not both.") }
        if let months, !(1...120).contains(months) {
            throw ValidationError("--months is a number from 1 to 120.")
        }
        if let label, label.utf8.count > 200 || !label.unicodeScalars.allSatisfy(Typed.isPrintable) {
            throw ValidationError(
                "--label is one line of up to 200 bytes, without signs that cannot be seen.")
        }
    }

    func run() throws {
        let day = try Typed.day(expires, option: "--expires")
        let ledger = try place.open(create: true)
        var request = SourceRequest(
            list: list, label: label.flatMap { $0.isEmpty ? nil : $0 },
            expiresAt: day ?? months.map { ledger.now.advanced(byMonths: $0) }, takesAny: any)
        request.columns = try reading.columns()
        request.member = reading.member
        let catalogue = try LayoutCatalogue.shipped
        let meter = ProgressMeter(request.listName)
        defer { meter.clear() }
        let addition = try SourceRegistration(request, ledger: ledger, catalogue: catalogue).run {
            meter.show($0)
        }
        meter.clear()
        try Terminal.answer(SourceAddedAnswer(addition: addition, catalogue: catalogue), asJSON: form.json)
    }
}
