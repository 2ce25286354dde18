import Consent

/// Something that a form must say and nobody told.
enum ReceiptLack: Hashable {
    case controller
    case country
    case detail(Controller.Detail)
    /// Neither an address, a mail address, a number nor a site.
    case anyContact
    case notice(NoticeDetail)
    /// Whether the mail reveals something of special categories.
    case sensitivity
    /// No page, no mail address, and no text that explains it.
    case withdrawal
    case wording
    case time

    /// What is missing, in words.
    var words: String {
        switch self {
        case .controller: "who the controller is"
        case .country: "the country of the controller"
        case .detail(.address): "the postal address of the controller"
        case .detail(.email): "the mail address of the controller"
        case .detail(.phone): "the telephone number of the controller"
        case .detail(.url): "the site of the controller"
        case .detail(.privacyURL): "where the privacy policy stands"
        case .detail(.officer): "whom to ask about data"
        case .detail(.authority): "which authority watches over the controller"
        case .anyContact: "how the controller is reached"
        case .notice(.recipients): "who else gets the data"
        case .notice(.storedIn): "where the data lie"
        case .notice(.retention): "how long the data are kept"
        case .notice(.withdrawAt): "where one withdraws"
        case .notice(.sensitive): "which special categories the mail reveals"
        case .sensitivity: "whether the mail reveals something of special categories (Art. 9 GDPR)"
        case .withdrawal: "how one withdraws"
        case .wording: "which text the person saw"
        case .time: "when it happened"
        }
    }

    /// The options of `init` that tell it; nil where another command does.
    private var option: String? {
        switch self {
        case .country: "--country DE"
        case .detail(.address): "--controller-address TEXT"
        case .detail(.email), .anyContact, .withdrawal: "--contact-email ADDRESS"
        case .detail(.phone): "--phone NUMBER"
        case .detail(.url): "--url URL"
        case .detail(.privacyURL): "--privacy-url URL"
        case .detail(.officer): "--dpo TEXT"
        case .detail(.authority): "--authority NAME"
        case .controller, .notice, .sensitivity, .wording, .time: nil
        }
    }

    private var declaration: String? {
        switch self {
        case .notice(.recipients): "notice.recipients=\"Mailer Inc, US\""
        case .notice(.storedIn): "notice.storedIn=DE"
        case .notice(.retention): "notice.retention=P3Y"
        case .notice(.withdrawAt): "notice.withdrawAt=URL"
        case .notice(.sensitive): "notice.sensitive=health"
        case .sensitivity: "sending.sensitiveTopic=false"
        default: nil
        }
    }

    /// What to do about several of them, a line for each command.
    static func cure(_ lacks: [ReceiptLack], purpose: Purpose) -> String {
        var lines: [String] = []
        let options = lacks.compactMap(\.option)
        if lacks.contains(.controller) || !options.isEmpty {
            lines.append((["Tell it: consentgate init --controller NAME"] + options).joined(separator: " "))
        }
        let declarations = lacks.compactMap(\.declaration)
        if !declarations.isEmpty {
            let known = purpose == .everything ? "PURPOSE" : purpose.id
            lines.append(
                (["Declare it: consentgate declare --purpose \(known)"] + declarations).joined(separator: " ")
            )
        }
        if lacks.contains(.wording) || lacks.contains(.time) {
            lines.append(
                "A record is never changed. Record the act anew with what is known, or use --form json.")
        }
        return lines.joined(separator: "\n")
    }
}
