import CanonicalJSON
import Consent
import Ledger

/// What `release` and `confirm` answer.
struct ReleaseAnswer: Answer {
    let release: Release
    /// Whether anything was recorded.
    let isNew: Bool

    /// Whether a second person still has to agree.
    private var isWaiting: Bool { release.needsConfirmation && release.confirmedBy == nil }

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        lines.add(isNew ? "released" : "known", release.rid.description)
        lines.add("row", "\(release.row) of run \(release.run)")
        lines.add("rules", release.rules.joined(separator: ", "))
        lines.add("until", release.expiresAt.description)
        lines.add("by", "\(release.by) (\(release.role.rawValue))")
        if let second = release.confirmedBy { lines.add("agreed", second) }
        let next =
            isWaiting
            ? "It does not count yet: a second person agrees with\n  consentgate confirm \(release.rid) --by NAME\n"
            : "Vet the list again to let the row pass.\n"
        return lines.text + next
    }

    var json: JSONValue {
        .object(of: [
            "release": .string(release.rid.description), "isNew": .boolean(isNew),
            "run": .string(release.run.description), "row": .integer(Int64(clamping: release.row)),
            "rules": .array(release.rules.map { .string($0) }), "role": .string(release.role.rawValue),
            "expiresAt": .string(release.expiresAt.description),
            "needsConfirmation": .boolean(release.needsConfirmation), "counts": .boolean(!isWaiting),
        ])
    }
}
