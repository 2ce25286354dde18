import CanonicalJSON
import Consent
import Ledger
import Origins

/// What `source list` answers.
struct SourceListAnswer: Answer {
    let sources: [KeptSource]
    let catalogue: LayoutCatalogue

    func text(in palette: Palette) -> String {
        if sources.isEmpty {
            return "No list is remembered yet. Remember one with: consentgate source add Connections.csv\n"
        }
        return sources.map { kept in
            let source = kept.source
            let state =
                switch kept.condition {
                case .standing: "until \(source.expiresAt.day)"
                case .expired: palette.paint("expired \(source.expiresAt.day)", .doubtful)
                case .missing: palette.paint("its fingerprints are missing: add the same file again", .bad)
                }
            return
                "\(kept.shortID)  \(source.addedAt.day)  \(source.remembered) people  \(state)  \(kept.name(catalogue))\n"
        }.joined()
    }

    var json: JSONValue { .object(of: ["sources": .array(sources.map { .object($0.members(catalogue)) })]) }
}

/// What `source remove` answers.
struct SourceRemovedAnswer: Answer {
    let source: KeptSource

    func text(in palette: Palette) -> String {
        "removed  \(source.shortID), \(source.source.fingerprints) fingerprints destroyed\n"
    }

    var json: JSONValue {
        .object(of: [
            "outcome": "removed", "id": .string(source.source.rid.description),
            "fingerprints": .integer(Int64(clamping: source.source.fingerprints)),
        ])
    }
}
