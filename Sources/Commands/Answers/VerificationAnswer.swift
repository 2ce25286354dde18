import Audit
import CanonicalJSON
import Ledger

/// What a verification found.
enum VerificationAnswer: Answer {
    /// Everything was looked at.
    case done(Verification)
    /// The ledger does not fit itself so that it cannot even be opened.
    case refused(path: String, LedgerError)

    /// Whether nothing is wrong.
    var holds: Bool { if case .done(let verification) = self { verification.holds } else { false } }

    func text(in palette: Palette) -> String {
        switch self {
        case .done(let verification):
            // What a dossier says is read in its page.
            let told = verification.subject == .dossier ? nil : verification.record
            let record = told.map { "\n\($0.pretty)" } ?? ""
            return verification.text + "\n" + record
        case .refused(let path, let error):
            return "Ledger \(path): IT DOES NOT HOLD\n  wrong    \(error.message)\n  do       \(error.hint)\n"
        }
    }

    var json: JSONValue {
        switch self {
        case .done(let verification): verification.json
        case .refused(let path, let error):
            .object(of: [
                "format": .string(Verification.format),
                "subject": .string(Verification.Subject.ledger.rawValue), "path": .string(path),
                "holds": false,
                "findings": .array([
                    .object(of: [
                        "place": .string(path), "problem": .string(error.message),
                        "code": .string(error.code.rawValue), "hint": .string(error.hint),
                    ])
                ]),
            ])
        }
    }
}
