import ArgumentParser
import Consent
import Ledger

/// Which request a command means.
struct RequestOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The person's address, or the name of the request.", valueName: "address|request"))
    var asked: String

    @Option(
        help: ArgumentHelp("What for, where the person waits for several answers.", valueName: "kind"),
        completion: .list(RequestKind.allCases.map(\.rawValue)))
    var kind: String?

    /// The request: the one of that name, or the only one of the person that waits.
    func request(in ledger: Ledger) throws -> SubjectRequest {
        if let rid = RecordID(asked) { return try ledger.request(rid) }
        let address = try Typed.address(asked)
        let wanted = try kind.map { try Typed.requestKind($0) }
        let open = try ledger.requests(of: address).filter { request in
            request.isOpen && (wanted == nil || request.kind == wanted)
        }
        if let request = open.first, open.count == 1 { return request }
        throw Complaint(
            open.isEmpty
                ? "No such request of this person waits for an answer."
                : "Several requests of this person wait.",
            hint: open.isEmpty
                ? "Look at: consentgate request list"
                : "Name one with --kind, or by its name, as request list shows it.")
    }
}
