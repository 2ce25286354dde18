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
    private let reader: FingerprintReader
    /// What each source is called in a reason.
    private let names: [String]

    /// Nil where no source stands, or where the list itself proves that every row is from LinkedIn.
    init?(ledger: Ledger, catalogue: LayoutCatalogue, list: Recognition) throws {
        guard !list.isDecidedByFile, let matcher = try ledger.sourceMatcher() else { return nil }
        self.matcher = matcher
        reader = catalogue.fingerprintReader(for: list)
        names = matcher.sources.map { kept in
            let title = catalogue.layouts.first { $0.id == kept.source.layout }?.title
            return "\"\(kept.label ?? title ?? "a LinkedIn list of yours")\" of \(kept.source.addedAt.day)"
        }
    }

    /// Looks the people of a batch up, and adds what is found to their rows.
    func mark(_ slots: ArraySlice<RowSlot>) throws {
        let rows = slots.map { slot in
            reader.fingerprints(ofRow: { slot.record.text($0) }, count: slot.record.cellCount)
        }
        for (slot, matches) in zip(slots, try matcher.matches(rows)) where !matches.isEmpty {
            slot.origin = slot.origin?.adding(matches.map(signal))
            slot.isNameInSource = matches.contains { $0.kind != .address && $0.kind != .profile }
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
