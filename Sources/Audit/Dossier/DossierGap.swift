import CanonicalJSON
import Consent
import Ledger

/// Something that a dossier should say and cannot.
struct DossierGap: Hashable, Sendable {
    /// A stable word for it.
    let code: String
    /// What is missing, in a sentence.
    let text: String
    /// The entry of the log that it is about, if it is about one.
    let index: UInt64?

    init(_ code: String, _ text: String, index: UInt64? = nil) {
        (self.code, self.text, self.index) = (code, text, index)
    }

    var json: JSONValue {
        .object(of: [
            "code": .string(code), "text": .string(text),
            "index": index.map { .integer(Int64(clamping: $0)) },
        ])
    }
}

extension SubjectDossier {
    /// What is missing, named plainly.
    var gaps: [DossierGap] {
        var gaps = consents.flatMap(Self.gaps)
        for entry in entries {
            let event = entry.record.event
            if event.kind.isStop || event.kind == .requested, event.occurredAt == nil {
                gaps.append(
                    DossierGap(
                        "no-time",
                        "Nobody told when it was that the event \"\(event.kind.words)\" happened; it counts from when it "
                            + "was recorded.", index: entry.record.index))
            }
        }
        if !entries.isEmpty {
            gaps.append(
                DossierGap(
                    "no-country", "The ledger does not record in which country the person lives."))
            gaps.append(
                DossierGap(
                    "no-sendings",
                    "This ledger sends no mail. Which mails were sent, and when, only the newsletter tool can say."
                ))
        }
        if notes.kept == nil, !entries.isEmpty {
            gaps.append(
                DossierGap(
                    "no-schedule", "Nobody told by which schedule these records are kept and destroyed."))
        }
        if controller == nil {
            gaps.append(DossierGap("no-controller", "No controller is named in this ledger."))
        }
        return gaps
    }

    private static func gaps(of consent: SubjectConsent) -> [DossierGap] {
        let record = consent.entry.record
        let event = record.event
        var gaps: [DossierGap] = []
        func add(_ code: String, _ text: String) { gaps.append(DossierGap(code, text, index: record.index)) }
        if event.wording == nil {
            add("no-wording", "Nobody told what the person was shown when saying yes.")
        } else if consent.wording == nil {
            add("no-wording", "The words that the person was shown are not kept.")
        }
        if let wording = consent.wording?.wording {
            if wording.isLink {
                add("wording-is-link", "What was kept of the wording is a link, not its words.")
            }
            if wording.validFrom == nil {
                add("no-valid-from", "Nobody told since when the wording \(wording.reference) was in use.")
            }
        }
        if record.evidence.isEmpty {
            add("no-evidence", "No evidence shows this yes.")
        } else if !record.evidence.contains(where: { EvidencePicture.shows($0.kind) }) {
            add("no-picture", "No picture or page of what was shown lies among the evidence.")
        }
        for (evidence, condition) in zip(record.evidence, consent.entry.conditions) {
            switch condition {
            case .hashOnly:
                add(
                    "evidence-elsewhere",
                    "Of the evidence \(evidence.digest.hex.prefix(16))… only the digest is here; the controller has the file."
                )
            case .unreadable:
                add(
                    "evidence-lost",
                    "The sealed copy \(evidence.digest.hex.prefix(16))… can no longer be opened.")
            case .altered:
                add(
                    "evidence-altered",
                    "The copy \(evidence.digest.hex.prefix(16))… is no longer what was recorded.")
            case .intact, .none: break
            }
        }
        gaps += timeGaps(of: record)
        if record.imported != nil {
            add(
                "imported", "This yes is what another tool's export claims; nobody here saw the person's act."
            )
        }
        if consent.confirmation.confirmedAt == nil, event.method != .doubleOptIn,
            event.grade != .mailboxProven
        {
            add("not-confirmed", "No confirming click from the mailbox is recorded.")
        }
        if record.source == nil, record.imported == nil, !(event.method?.isDirect ?? false) {
            add("no-origin", "Nobody told where the address came from.")
        }
        return gaps
    }

    private static func timeGaps(of record: SubjectRecord) -> [DossierGap] {
        guard record.event.occurredAt != nil else {
            return [
                DossierGap(
                    "no-time", "Nobody told when the person said yes.", index: record.index)
            ]
        }
        let words = [
            "day": "only the day of the yes is known, and not the hour",
            "minute": "the yes is dated to the minute, and not the second",
            "no-zone": "the time of the yes was told without its zone and was taken for UTC",
        ]
        return (record.imported?.timeRemarks ?? []).map { remark in
            DossierGap(
                "inexact-time", "The time is not exact: \(words[remark] ?? remark).", index: record.index)
        }
    }
}
