import Consent
import Ledger
import Origins
import Tables

/// Finds people of registered sources among the rows of a list: the laundered list.
///
/// What is found becomes signs of the row, and they are weighed with its others. A shared address or profile is a proof,
/// which nothing in a file takes back; a shared name and company is strong; a name alone decides nothing, and is told
/// to the policy as a fact of its own.
final class SourceRecognition {
    private let matcher: SourceMatcher
    private let catalogue: LayoutCatalogue
    /// Reads the rows of the list that is being read; nil where that list itself proves all of them to be from LinkedIn.
    private var reader: FingerprintReader?
    /// What each source is called in a reason.
    private let names: [String]

    /// Nil where no source stands.
    init?(ledger: Ledger, catalogue: LayoutCatalogue) throws {
        guard let matcher = try ledger.sourceMatcher() else { return nil }
        self.matcher = matcher
        self.catalogue = catalogue
        names = matcher.sources.map { kept in
            let title = catalogue.layouts.first { $0.id == kept.source.layout }?.title
            return "\"\(kept.label ?? title ?? "a LinkedIn list of yours")\" of \(kept.source.addedAt.day)"
        }
    }

    /// Says what the columns of the rows that come next are for.
    func begin(_ list: Recognition) {
        reader = list.isDecidedByFile ? nil : catalogue.fingerprintReader(for: list)
    }

    /// Notes by what the person of a row would be found.
    func read(_ slot: RowSlot) {
        slot.fingerprints =
            reader?.fingerprints(ofRow: { slot.record.text($0) }, count: slot.record.cellCount) ?? []
    }

    /// Looks the people of a batch up, and adds what is found to their rows.
    func mark(_ slots: ArraySlice<RowSlot>) throws {
        for (slot, matches) in zip(slots, try matcher.matches(slots.map(\.fingerprints)))
        where !matches.isEmpty {
            slot.origin = slot.origin?.adding(matches.map(signal))
            slot.isInSource = matches.contains(where: Self.isSamePerson)
            slot.isNameInSource = matches.contains { $0.kind != .address && $0.kind != .profile }
        }
    }

    /// Whether address, profile, or name and company are the same; a pet name is no name that is the same.
    private static func isSamePerson(_ match: SourceMatch) -> Bool {
        switch match.kind {
        case .address, .profile: true
        case .nameCompany: !match.isGuessed
        case .nameDate, .name: false
        }
    }

    private func signal(_ match: SourceMatch) -> Signal {
        let kept = matcher.sources[match.source]
        let (kind, strength): (SignalKind, SignalStrength) =
            switch match.kind {
            case .address: (.sourceAddress, .proof)
            case .profile: (.sourceProfile, .proof)
            case .nameCompany: (.sourceNameCompany, match.isGuessed ? .medium : .strong)
            // A pet name may be another person's name. In a list of newsletter subscribers an unnamed date is as likely that of the sign-up.
            case .nameDate: (.sourceNameDate, match.isGuessed ? .medium : .strong)
            case .name: (.sourceName, .weak)
            }
        return Signal(kind, strength, kept.source.origin, subject: names[match.source])
    }
}
