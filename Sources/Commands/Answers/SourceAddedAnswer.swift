import CanonicalJSON
import Consent
import Ledger
import Origins

/// What `source add` answers.
struct SourceAddedAnswer: Answer {
    let addition: SourceAddition
    let catalogue: LayoutCatalogue

    func text(in palette: Palette) -> String {
        let source = addition.source.source
        var lines = NamedLines()
        lines.add(verb, addition.source.shortID)
        lines.add("list", addition.source.name(catalogue))
        lines.add(
            "people", "\(source.remembered) of \(source.rows) rows, \(source.fingerprints) fingerprints")
        let silent = source.rows - min(source.rows, source.remembered)
        if silent > 0 { lines.add("", "\(silent) tell nothing by which anybody could be found again") }
        lines.add("found until", source.expiresAt.day)
        return lines.text
    }

    private var verb: String {
        switch addition.outcome {
        case .added: "remembered"
        case .known: "known"
        case .renewed: "renewed"
        case .restored: "restored"
        }
    }

    var json: JSONValue {
        .object([.init("outcome", .string(addition.outcome.rawValue))] + addition.source.members(catalogue))
    }
}
