import Consent
import Ledger

/// What was declared of a purpose, as far as people are told of it.
struct NoticeTerms {
    /// Who else gets the data, by name; none where nobody does, nil where nobody told.
    let recipients: [String]?
    /// The countries in which they lie.
    let storedIn: [String]?
    let retention: String?
    let withdrawAt: String?
    /// The special categories that the mail reveals.
    let sensitiveCategories: [String]?
    /// Whether it reveals any.
    let isSensitive: Bool?
    /// Whether the newsletter tool keeps the data outside the EEA and the UK.
    let leavesEurope: Bool?
    /// Whether safeguards for that are on file.
    let hasMechanism: Bool?

    /// What stands now for a purpose.
    init(of purpose: Purpose, in ledger: Ledger) {
        let declared = ledger.declarations(for: purpose)
        func text(_ detail: NoticeDetail) -> String? { declared[detail.name]?.value }
        func truth(_ name: String) -> Bool? { declared[name].map { $0.value == "true" } }
        recipients = text(.recipients).map { told in
            told.lowercased() == "none" ? [] : Self.parts(of: told, by: ";")
        }
        storedIn = text(.storedIn).flatMap { NoticeDetail.places(in: $0) }
        retention = text(.retention)
        withdrawAt = text(.withdrawAt)
        sensitiveCategories = text(.sensitive).map { Self.parts(of: $0, by: ",") }
        isSensitive = truth("sending.sensitiveTopic")
        leavesEurope = truth("sending.outsideEurope")
        hasMechanism = truth("sending.transferMechanism")
    }

    private static func parts(of text: String, by separator: Character) -> [String] {
        text.split(separator: separator).map { part in
            let trimmed = part.drop(while: \.isWhitespace)
            return String(trimmed.reversed().drop(while: \.isWhitespace).reversed())
        }.filter { !$0.isEmpty }
    }
}
