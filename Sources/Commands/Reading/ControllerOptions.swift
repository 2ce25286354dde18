import ArgumentParser
import Consent

/// How people reach the controller, for receipts and letters.
struct ControllerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Its postal address, in one line.", valueName: "text"))
    var controllerAddress: String?

    @Option(help: ArgumentHelp("Its address for questions about data.", valueName: "address"))
    var contactEmail: String?

    @Option(help: ArgumentHelp("Its telephone number.", valueName: "number"))
    var phone: String?

    @Option(help: ArgumentHelp("Its site.", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("Where its privacy policy stands.", valueName: "url"))
    var privacyUrl: String?

    @Option(
        help: ArgumentHelp(
            "Whom to ask about data: the data protection officer, or an office.", valueName: "text"))
    var dpo: String?

    @Option(help: ArgumentHelp("The authority that watches over it.", valueName: "name"))
    var authority: String?

    /// The option that tells a detail.
    static func option(of detail: Controller.Detail) -> String {
        switch detail {
        case .address: "--controller-address"
        case .email: "--contact-email"
        case .phone: "--phone"
        case .url: "--url"
        case .privacyURL: "--privacy-url"
        case .officer: "--dpo"
        case .authority: "--authority"
        }
    }

    private func told(_ detail: Controller.Detail) -> String? {
        switch detail {
        case .address: controllerAddress
        case .email: contactEmail
        case .phone: phone
        case .url: url
        case .privacyURL: privacyUrl
        case .officer: dpo
        case .authority: authority
        }
    }

    /// What was told, and what was taken back with an empty text.
    func read() throws -> (details: [Controller.Detail: String], takenBack: Set<Controller.Detail>) {
        var details: [Controller.Detail: String] = [:]
        var takenBack: Set<Controller.Detail> = []
        for detail in Controller.Detail.allCases {
            guard let text = told(detail) else { continue }
            if text.isEmpty {
                takenBack.insert(detail)
            } else if let problem = detail.problem(of: text) {
                // The text is not repeated: it may be anybody's address.
                throw Complaint(
                    "What \(Self.option(of: detail)) tells \(problem).",
                    hint: "It stands in the open log, and on receipts and letters.")
            } else {
                details[detail] = text
            }
        }
        return (details, takenBack)
    }
}
