import CanonicalJSON
import Consent
import Ledger
import Origins

extension KeptSource {
    /// Enough of the id to be typed.
    var shortID: String { String(source.rid.description.prefix(8)) }

    /// What the user calls it, else what it was recognised as.
    func name(_ catalogue: LayoutCatalogue) -> String {
        label ?? catalogue.layouts.first { $0.id == source.layout }?.title ?? "a list of no known layout"
    }

    /// What programs read of it.
    func members(_ catalogue: LayoutCatalogue) -> [JSONValue.Member] {
        func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
        let json = JSONValue.object(of: [
            "id": .string(source.rid.description), "condition": .string(condition.rawValue),
            "label": label.map { .string($0) } ?? .null, "name": .string(name(catalogue)),
            "layout": source.layout.map { .string($0) } ?? .null, "origin": .string(source.origin.rawValue),
            "sha256": .string(source.digest.hex), "addedAt": .string(source.addedAt.description),
            "expiresAt": .string(source.expiresAt.description),
            "newestConnection": newestDay.map { .string($0) } ?? .null, "rows": count(source.rows),
            "remembered": count(source.remembered), "fingerprints": count(source.fingerprints),
        ])
        return json.members ?? []
    }
}
