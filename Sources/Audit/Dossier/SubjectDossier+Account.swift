import Consent
import Ledger

extension SubjectDossier {
    /// Every yes, told in full, oldest record first.
    var consents: [SubjectConsent] {
        entries.filter { $0.record.event.kind == .given }.map { SubjectConsent($0, in: self) }
    }

    /// What the person asked for.
    var requests: [DossierRequest] { DossierRequest.all(among: entries.map(\.record)) }

    /// The records of releases, and of second persons who agreed.
    var releases: [SubjectRecord] {
        entries.map(\.record).filter { $0.event.kind == .released || $0.event.kind == .releaseConfirmed }
    }

    /// For which moment open requests are looked at.
    var lookedAt: Instant { notes.asOf?.moment ?? madeAt }

    /// Somebody who may have got the address.
    struct Recipient: Hashable, Sendable {
        let name: String
        let words: String
    }

    /// Who got the address, as far as this ledger can know.
    var recipients: [Recipient] {
        var recipients: [Recipient] = []
        for vetting in vettings where vetting.verdict == .accept {
            recipients.append(
                Recipient(
                    name: vetting.tool ?? "a tool that nobody named",
                    words:
                        "The accepted list of run \(vetting.run.description.prefix(8)), with this address in row "
                        + "\(vetting.row), was written at \(vetting.recordedAt)"
                        + (vetting.tool == nil ? "." : ", in the form that this tool imports.")))
        }
        return recipients
    }

    /// Everything in the order in which it happened; what nobody dated, when it was recorded.
    var timeline: [Entry] {
        entries.sorted {
            ($0.record.event.effectiveAt, $0.record.index) < ($1.record.event.effectiveAt, $1.record.index)
        }
    }
}
