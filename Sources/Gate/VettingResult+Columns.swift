import Origins

extension VettingResult.List {
    /// The columns that matter to whoever checks what was read, in a line.
    ///
    /// As in `email = E-mail Address, source = Herkunft`, the address first; empty if none matters.
    public var columnsInALine: String {
        let told = columns.filter { $0.meaning.isToldToPeople }
        let shown = told.filter { $0.meaning == .address } + told.filter { $0.meaning != .address }
        let names = shown.prefix(12).map(\.inALine).joined(separator: ", ")
        return names + (shown.count > 12 ? ", …" : "")
    }
}

extension VettingResult.Column {
    fileprivate var inALine: String {
        // A row taken for a header must not show a person.
        let name = name.contains("@") ? "column \(number)" : String(name.prefix(60).filter { !$0.isNewline })
        switch ground {
        case .layout, .name: return "\(meaning.word) = \(name)"
        case .content: return "\(meaning.word) = \(name) (found by its content)"
        case .you: return "\(meaning.word) = \(name) (as you say)"
        }
    }
}

extension ColumnMeaning {
    /// Whether people check it before they trust the rest.
    fileprivate var isToldToPeople: Bool {
        switch self {
        case .address, .firstName, .lastName, .fullName, .company, .profile, .source, .channel, .tag,
            .connectedOn,
            .optInTime, .optInIP, .confirmTime, .confirmIP, .form, .leadFormConsent, .status:
            true
        default: false
        }
    }
}
