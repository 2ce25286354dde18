import CanonicalJSON
import Claims
import Consent
import Ledger

/// Whom an import of unsubscribes keeps out.
struct SuppressionImportAnswer: Answer {
    let result: SuppressionResult

    var json: JSONValue { result.json }

    func text(in palette: Palette) -> String {
        let tally = result.tally
        let taken = tally.rows - min(tally.rows, tally.unread)
        var lines = NamedLines()
        lines.add(
            "list", "\(result.listName): \(taken) of \(tally.rows) rows are kept off \(result.scope.spoken)")
        if tally.addresses > 0 { lines.add("addresses", "\(tally.addresses)") }
        for kind in AddressHash.Kind.allCases {
            if let count = tally.hashes[kind] { lines.add(kind.title, "\(count) hashes") }
        }
        if tally.unread > 0 {
            lines.add(
                "unread",
                palette.paint("\(tally.unread)", .doubtful)
                    + ": nobody can be read there, the first on line \(tally.firstUnreadLine)")
        }
        lines.add("record", result.run?.description ?? "none: this very list was taken before")
        return lines.text
    }
}
