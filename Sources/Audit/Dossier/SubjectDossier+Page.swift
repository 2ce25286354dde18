import Consent
import Cryptography
import Ledger
import MerkleLog
import Pages

extension SubjectDossier {
    /// The dossier as one HTML page, which is personal data.
    package func page() throws -> String {
        try Page.render(
            title: "Consent dossier", template: Self.template,
            context: [
                "address": .text(address.normalized), "madeAt": .text(madeAt.description),
                "controller": .optional(controller?.name), "isEmpty": .flag(isEmpty),
                "erasedOn": .optional(suppression?.reason == .erased ? suppression?.since : nil),
                "origin": .text(checkpoint.checkpoint.origin), "size": .number(checkpoint.checkpoint.size),
                "root": .text(checkpoint.checkpoint.root.base64), "key": .text(verifierKey.text),
                "states": .list(states.map(Self.context)), "events": .list(entries.map(Self.context)),
                "hasWordings": .flag(!wordings.isEmpty), "wordings": .list(wordings.map(Self.context)),
            ])
    }

    private static func context(of state: PurposeState) -> PageValue {
        [
            "purpose": .text(state.purpose.id), "state": .text(state.standing.state.rawValue),
            "tone": state.standing.state == .given ? "good" : "bad", "why": .text(state.reason),
            "circumstances": .list(state.circumstances.map { ["sentence": .text($0)] }),
        ]
    }

    private static func context(of entry: Entry) -> PageValue {
        let event = entry.record.event
        return [
            "kind": .text(event.kind.words), "tone": .text(tone(of: event.kind)),
            "purpose": .text(event.purpose == .everything ? "all mail" : event.purpose.id),
            "occurredAt": .text(event.occurredAt?.description ?? "not told"),
            "recordedAt": .text(event.recordedAt.description), "grade": .text(event.grade.name),
            "method": .optional(event.method?.rawValue), "wording": .optional(event.wording?.description),
            "source": .optional(entry.record.source), "ip": .optional(entry.record.ip),
            "reason": .optional(entry.record.reason),
            "imported": .optional(entry.record.imported?.text),
            "release": .optional(entry.record.release?.text),
            "told": .list(
                entry.record.told.sorted { $0.key < $1.key }.map { name, value in
                    ["name": .text(name), "value": .text(value)]
                }),
            "controller": .optional(entry.record.controller),
            "rid": .text(entry.record.rid.description), "index": .number(entry.record.index),
            "receipt": .text(receiptName(entry.record.rid)),
            "hasEvidence": .flag(!entry.record.evidence.isEmpty),
            "evidence": .list(
                zip(entry.record.evidence, entry.conditions).map { evidence, condition in
                    [
                        "sha256": .text(evidence.digest.hex), "size": .number(evidence.size),
                        "kind": .text(evidence.kind), "condition": .text(words(for: condition)),
                        "tone": .text(tone(of: condition)),
                        "file": .optional(condition == .intact ? evidenceName(evidence) : nil),
                    ]
                }),
        ]
    }

    private static func context(of shown: ShownWording) -> PageValue {
        let wording = shown.wording
        let list = wording.checklist
        func answer(_ yes: Bool) -> PageValue { yes ? "yes" : "no" }
        return [
            "name": .text(wording.reference.description), "language": .text(wording.language),
            "purposes": .text(wording.purposes.map(\.id).joined(separator: ", ")),
            "text": .text(wording.text),
            "sha256": .text(wording.digest.hex), "validFrom": .optional(wording.validFrom?.description),
            "controllerNamed": answer(list.controllerNamed), "preTicked": answer(list.preTicked),
            "withdrawalExplained": answer(list.withdrawalExplained), "bundled": answer(list.bundled),
            "conditional": answer(list.conditional),
            "further": .list(
                further(list).compactMap { name, yes in
                    yes.map { ["name": .text(name), "answer": answer($0)] }
                }), "receipt": .text(receiptName(shown.rid)),
        ]
    }

    /// The answers that not every wording gives.
    private static func further(_ list: Wording.Checklist) -> [(String, Bool?)] {
        [
            ("Says what the mail is about", list.topicNamed),
            ("Speaks of partners without naming them", list.partnersUnnamed),
            ("Gives an address of the controller", list.contactGiven),
            ("Asks for the measuring of opens and clicks", list.trackingCovered),
            ("Other purpose, controller, recipients or rights than before", list.materialChange),
        ]
    }

    private static func words(for condition: EvidenceCondition) -> String {
        switch condition {
        case .none: "none"
        case .intact: "intact: the sealed copy was opened now and has its recorded digest"
        case .hashOnly: "only the digest was recorded; the controller keeps the file"
        case .unreadable: "unreadable: the sealed copy cannot be opened"
        case .altered: "altered: the copy does not have its recorded digest"
        }
    }

    private static func tone(of kind: EventKind) -> String {
        switch kind {
        case .given: "good"
        case .withdrawn, .refused, .objected, .restricted, .complained, .bounced: "bad"
        case .requested, .restrictionLifted, .requestOpened, .requestClosed, .requestExtended, .exported,
            .released, .releaseConfirmed:
            ""
        }
    }

    private static func tone(of condition: EvidenceCondition) -> String {
        switch condition {
        case .intact: "good"
        case .unreadable, .altered: "bad"
        case .none, .hashOnly: ""
        }
    }
}
