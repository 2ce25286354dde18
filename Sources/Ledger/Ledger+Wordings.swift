import CanonicalJSON
public import Consent
import Suggestions

extension Ledger {
    /// Publishes a wording, or finds it published: the same file always gives the same version.
    ///
    /// - Returns: The wording with its version, and whether it is new.
    public func publish(_ file: WordingFile) throws -> (wording: Wording, isNew: Bool) {
        try appending {
            let earlier = registry.wordings.filter { $0.reference.id == file.id }
            if let same = earlier.first(where: { $0.digest == file.digest }) { return (same, false) }
            let version = (earlier.map(\.reference.version).max() ?? 0) + 1
            guard let reference = WordingReference(id: file.id, version: version) else {
                throw LedgerError(
                    .invalidWording, "There are too many versions of \(file.id).", hint: "Use a new id.")
            }
            let wording = file.wording(as: reference)
            _ = try appendLocked(.wordingPublished, [.init("wording", WordingRecord.json(of: wording))])
            return (wording, true)
        }
    }

    /// The error for a wording that nobody has published, with the nearest that somebody has.
    package func unknownWording(_ reference: WordingReference) -> LedgerError {
        let known = wordings.map(\.reference.description)
        let hint =
            if let nearest = nearestName(to: reference.description, among: known) {
                "Did you mean \(nearest)?"
            } else if known.isEmpty {
                "No wording is published yet. Publish one with: consentgate wording publish FILE"
            } else {
                "Known are: \(known.joined(separator: ", "))."
            }
        return LedgerError(.unknownWording, "The wording \(reference) is not known.", hint: hint)
    }

    /// The error for a purpose that nobody has named, with the nearest that somebody has.
    package func unknownPurpose(_ id: String) -> LedgerError {
        let known = purposes.map(\.id)
        let next = "A purpose becomes known when a wording that asks for it is published."
        let hint =
            nearestName(to: id, among: known).map { "Did you mean \"\($0)\"? \(next)" }
            ?? "Known are: \(known.joined(separator: ", ")). \(next)"
        return LedgerError(.unknownPurpose, "The purpose \"\(id)\" is not known.", hint: hint)
    }
}
