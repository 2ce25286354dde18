import Origins
import Policies

extension VettingResult.List {
    /// The columns that matter to whoever checks what was read, in a line.
    ///
    /// As in `email = E-mail Address, source = Herkunft`, the address first; empty if none matters.
    public var columnsInALine: String {
        let known = columns.filter { $0.meaning.isToldToPeople }
        let shown = known.filter { $0.meaning == .address } + known.filter { $0.meaning != .address }
        let lines = shown.map(\.inALine) + told.map(\.inALine)
        return lines.prefix(12).joined(separator: ", ") + (lines.count > 12 ? ", …" : "")
    }
}

extension VettingResult {
    /// A column's name as people are shown it: short, and never a person where a row was taken for a header.
    static func shown(column name: String, number: Int? = nil) -> String {
        guard name.contains("@") || name.isEmpty else {
            return String(name.prefix(60).filter { !$0.isNewline })
        }
        return number.map { "column \($0)" } ?? "without a name"
    }
}

extension VettingResult.Column {
    fileprivate var inALine: String {
        "\(meaning.word) = \(VettingResult.shown(column: name, number: number))\(ground.remark)"
    }
}

extension VettingResult.Told {
    fileprivate var inALine: String {
        let word = fact == .rowCountry ? "country" : fact.name
        return "\(word) = \(VettingResult.shown(column: name, number: number))\(ground.remark)"
    }
}

extension ColumnGround {
    fileprivate var remark: String {
        switch self {
        case .layout, .name: ""
        case .content: " (found by its content)"
        case .you: " (as you say)"
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
