package import Consent
package import Ledger
import Pages

extension Purpose {
    /// What it is called on a page.
    package var words: String { self == .everything ? "all mail" : id }
}

extension Declaration {
    /// What was declared, in plain words.
    var words: String { ToldFact.truths[value] ?? CalendarSpan(value)?.words ?? value }
}

extension Controller {
    /// Its name, and its country where that is told.
    var words: String { country.map { "\(name) (\($0))" } ?? name }
}

extension SuppressionReason {
    /// Why, in plain words.
    package var words: String {
        switch self {
        case .objected: "the person objected"
        case .erased: "the person was erased, and must not come back through another list"
        case .added: "somebody put it there by hand"
        case .imported: "it was taken over from the stops of another tool"
        }
    }
}

extension EvidenceCondition {
    /// What a look found, in plain words.
    var words: String {
        switch self {
        case .none: "none"
        case .intact: "intact: the sealed copy was opened now and has its recorded digest"
        case .hashOnly: "only the digest was recorded; the controller keeps the file"
        case .unreadable: "unreadable: the sealed copy cannot be opened"
        case .altered: "altered: the copy does not have its recorded digest"
        }
    }
}

extension DossierNotes.PolicyNote {
    var context: PageValue {
        let how = adoptedAt.map { "adopted on \($0)" } ?? "the program's default; none was adopted"
        return ["name": .text("\(id), \(how)"), "sha256": .text("SHA-256 \(sha256)")]
    }
}

extension SubjectDossier.ShownWording {
    var context: PageValue {
        [
            "anchor": .text("wording-\(wording.reference.id)-\(wording.reference.version)"),
            "name": .text(wording.reference.description), "language": .text(wording.language),
            "purposes": .text(wording.purposes.map(\.id).joined(separator: ", ")),
            "text": .text(wording.text), "sha256": .text(wording.digest.hex),
            "validFrom": .text(wording.validFrom?.description ?? "not told"),
            "publishedAt": .text(publishedAt.description), "index": .text(String(index)),
            "answers": .list(
                wording.checklist.answers.map { ["question": .text($0.0), "answer": .text($0.1)] }),
            "file": .text(fileName), "receipt": .text(SubjectDossier.receiptName(rid)),
        ]
    }
}

extension Wording.Checklist {
    /// What was answered about the wording, in plain words; what nobody answered is left out.
    var answers: [(String, String)] {
        let asked: [(String, Bool?)] = [
            ("Names the controller", controllerNamed), ("Explains withdrawal", withdrawalExplained),
            ("Box ticked beforehand", preTicked), ("One box for several things", bundled),
            ("A condition of the service", conditional), ("Says what the mail is about", topicNamed),
            ("Speaks of partners without naming them", partnersUnnamed),
            ("Gives an address of the controller", contactGiven),
            ("Asks for the measuring of opens and clicks", trackingCovered),
            ("Other purpose, controller, recipients or rights than before", materialChange),
        ]
        return asked.compactMap { question, yes in yes.map { (question, $0 ? "yes" : "no") } }
    }
}
