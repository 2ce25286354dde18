import ArgumentParser
import CanonicalJSON
import Consent
import Ledger

/// Shows what people wait for.
struct RequestListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show the requests that wait for an answer, the most urgent first.",
        discussion: """
            Addresses are shortened; consentgate show and request close take the whole one,
            or the name of the request.

            Example:
              consentgate request list --overdue
            """)

    @Flag(help: "Only those whose last day is over.")
    var overdue = false

    @Flag(help: "Those that were answered, too.")
    var all = false

    @OptionGroup var answering: AnsweringOptions

    func run() throws {
        try answering.answer { ledger in
            let requests = try ledger.requests().filter { request in
                overdue ? request.isOverdue(at: ledger.now) : all || request.isOpen
            }
            let sorted = requests.sorted { ($0.isOpen ? 0 : 1, $0.dueOn) < ($1.isOpen ? 0 : 1, $1.dueOn) }
            return RequestListAnswer(requests: sorted, now: ledger.now, isOverdueOnly: overdue)
        }
    }
}

/// Requests in a table.
private struct RequestListAnswer: Answer {
    let requests: [SubjectRequest]
    let now: Instant
    let isOverdueOnly: Bool

    func text(in palette: Palette) -> String {
        guard !requests.isEmpty else {
            return isOverdueOnly ? "No request is overdue.\n" : "No request waits for an answer.\n"
        }
        var columns = Columns()
        columns.add(["due", "received", "kind", "state", "person", "request"])
        for request in requests {
            columns.add([
                request.dueOn.day, request.receivedOn.day, request.kind?.rawValue ?? "not told",
                request.state(at: now), request.address.shortened, request.rid.description,
            ])
        }
        return columns.text
    }

    var json: JSONValue { .object(of: ["requests": .array(requests.map { $0.json(at: now) })]) }
}
