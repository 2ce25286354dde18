import ArgumentParser
import Consent
import Ledger

/// Records the answer to a request.
struct RequestCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Record what became of a request.",
        discussion: """
            Whatever is not granted needs its reason: the person is told why, and where to
            complain (Art. 12(4) GDPR). It says what was done and does nothing itself.

            Example:
              consentgate request close ada@example.org --kind access --answer granted
            """)

    @OptionGroup var chosen: RequestOptions

    @Option(
        help: ArgumentHelp(
            "What became of it: \(RequestAnswer.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "answer"),
        completion: .list(RequestAnswer.allCases.map(\.rawValue)))
    var answer: String

    @Option(help: ArgumentHelp("Why, as the person was told.", valueName: "text"))
    var reason: String?

    @OptionGroup var answering: AnsweringOptions

    func run() throws {
        let answer = try Typed.requestAnswer(answer)
        try answering.answer { ledger in
            let request = try ledger.closeRequest(
                try chosen.request(in: ledger).rid, answer: answer, reason: reason)
            return RequestAnswerLines(request: request, now: ledger.now)
        }
    }
}
