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
            context: head.merging(body) { $1 }.merging(account) { $1 }, pictures: true)
    }

    /// What it is about, and by whom it is made.
    private var head: [String: PageValue] {
        [
            "address": .text(address.normalized), "madeAt": .text(madeAt.description), "id": .text(id),
            "program": .text(notes.program), "case": .optional(notes.caseText),
            "asOf": .optional(notes.asOf?.description), "lookup": .text(lookup),
            "controller": .optional(controller?.words), "isEmpty": .flag(isEmpty),
            "erasedOn": .optional(suppressions.first { $0.tag.reason == .erased }?.tag.since),
            "policy": notes.policy?.context ?? .flag(false),
            "origin": .text(checkpoint.checkpoint.origin), "size": .number(checkpoint.checkpoint.size),
            "root": .text(checkpoint.checkpoint.root.base64), "key": .text(verifierKey.text),
            "count": .number(entries.count), "listCount": .number(vettings.count),
            "parts": .list(
                Self.parts(isEmpty: isEmpty).map { ["anchor": .text($0.0), "title": .text($0.1)] }),
            "glossary": Glossary.subject,
        ]
    }

    private static func parts(isEmpty: Bool) -> [(String, String)] {
        let all = [
            ("person", "How this person was found"), ("state", "What holds"),
            ("timeline", "What happened, in both clocks"), ("consents", "Each yes of the person"),
            ("events", "Everything else that was recorded"), ("wordings", "The wordings"),
            ("lists", "Vetted lists in which the person stood"), ("releases", "Releases of held rows"),
            ("requests", "What the person asked for"), ("suppression", "The do-not-mail list"),
            ("recipients", "Who else got the address"), ("retention", "How long it is kept"),
            ("proof", "How to check this"), ("gaps", "What this dossier cannot say"),
            ("words", "Words used here"),
        ]
        return isEmpty ? all.filter { ["person", "proof", "gaps", "words"].contains($0.0) } : all
    }

    private var body: [String: PageValue] {
        [
            "states": .list(states.map(context)),
            "timeline": .list(timeline.map { context(of: $0) }),
            "consents": .list(consents.map { context(of: $0) }),
            "others": .list(
                entries.filter { $0.record.event.kind != .given }.map { context(of: $0) }),
            "wordings": .list(wordings.map(\.context)),
            "hasProofs": .flag(!entries.isEmpty), "proofs": .list(proofs),
            "hasGaps": .flag(!gaps.isEmpty),
            "gaps": .list(
                gaps.map { ["text": .text($0.text), "entry": .optional($0.index.map(String.init))] }),
        ]
    }

    private func context(of state: PurposeState) -> PageValue {
        let note = notes.verdicts[state.purpose]
        return [
            "purpose": .text(state.purpose.id), "state": .text(state.standing.state.rawValue),
            "tone": state.standing.state == .given ? "good" : "bad", "why": .text(state.reason),
            "circumstances": .list(state.circumstances.map { ["sentence": .text($0)] }),
            "verdict": note.map { note in
                [
                    "verdict": .text(note.verdict.words),
                    "rule": .optional(note.rule.map(notes.title(ofRule:))),
                    "reason": .optional(note.rule.flatMap { notes.rules[$0]?.reason }),
                ]
            } ?? .flag(false),
        ]
    }

    private func context(of consent: SubjectConsent) -> PageValue {
        var names = names(of: consent.entry)
        let confirmation = consent.confirmation
        names["isStanding"] = .flag(consent.isStanding)
        names["wording"] = consent.wording?.context ?? .flag(false)
        names["named"] = .optional(consent.entry.record.event.wording?.description)
        names["confirmationWords"] = .text(confirmation.words)
        names["requestedAt"] = .optional(confirmation.requestedAt?.description)
        names["confirmedAt"] = .optional(confirmation.confirmedAt?.description)
        names["confirmedIP"] = .optional(confirmation.ip)
        names["origin"] = .text(consent.origin)
        names["notice"] = .list(
            consent.notice.map { ["duty": .text($0.duty), "answer": .text($0.answer)] })
        names["expiresAt"] = .optional(consent.expiresAt)
        return .mapping(names)
    }

    private func context(of entry: Entry) -> PageValue { .mapping(names(of: entry)) }

    private func names(of entry: Entry) -> [String: PageValue] {
        let event = entry.record.event
        return [
            "kind": .text(event.kind.words), "tone": .text(Self.tone(of: event.kind)),
            "purpose": .text(event.purpose.words),
            "occurredAt": .text(event.occurredAt?.description ?? "not told"),
            "recordedAt": .text(event.recordedAt.description), "grade": .text(event.grade.name),
            "method": .optional(event.method?.rawValue),
            "source": .optional(entry.record.source), "ip": .optional(entry.record.ip),
            "reason": .optional(entry.record.reason),
            "imported": .optional(entry.record.imported?.text),
            "release": .optional(entry.record.release?.text),
            "told": .list(
                entry.record.told.sorted { $0.key < $1.key }.map { name, value in
                    let fact = ToldFact(name, value, notes)
                    return ["name": .text(fact.label), "value": .text(fact.value)]
                }),
            "actor": .optional(entry.record.controller),
            "rid": .text(entry.record.rid.description), "entry": .text(String(entry.record.index)),
            "receipt": .text(Self.receiptName(entry.record.rid)),
            "hasEvidence": .flag(!entry.record.evidence.isEmpty),
            "evidence": .list(zip(entry.record.evidence, entry.conditions).map(Self.context)),
        ]
    }

    private static func context(of evidence: Evidence, _ condition: EvidenceCondition) -> PageValue {
        let file = condition == .intact ? evidenceName(evidence) : nil
        return [
            "sha256": .text(evidence.digest.hex), "short": .text(String(evidence.digest.hex.prefix(8))),
            "bytes": .number(evidence.size), "kind": .text(evidence.kind),
            "condition": .text(condition.words), "file": .optional(file),
            "picture": .optional(EvidencePicture.isPicture(evidence.kind) ? file : nil),
        ]
    }

    private var proofs: [PageValue] {
        let ofRecords = entries.map { entry in
            (
                entry.record.index, entry.record.event.kind.words, entry.leafHash?.base64 ?? "",
                entry.record.rid
            )
        }
        let ofWordings = wordings.map { ($0.index, "wording published", $0.receipt.leafHash, $0.rid) }
        let ofLists = vettings.map { ($0.index, "list vetted", $0.receipt.leafHash, $0.run) }
        var seen = Set<UInt64>()
        return (ofRecords + ofWordings + ofLists).sorted { $0.0 < $1.0 }
            .filter { seen.insert($0.0).inserted }.map { index, what, hash, rid in
                [
                    "entry": .text(String(index)), "what": .text(what), "leafHash": .text(hash),
                    "receipt": .text(Self.receiptName(rid)),
                ]
            }
    }

    private static func tone(of kind: EventKind) -> String {
        switch kind {
        case .given: "good"
        case .withdrawn, .refused, .objected, .restricted, .complained, .bounced: "bad"
        case .requested, .restrictionLifted, .requestOpened, .requestClosed, .requestExtended, .exported,
            .dossierMade, .released, .releaseConfirmed:
            ""
        }
    }
}

extension TransparencyProof {
    /// The hash of the leaf that the receipt opens, in Base64; empty where it opens none.
    var leafHash: String {
        extra.flatMap { Commitment.parts(of: $0) }.map {
            TreeHash.leaf(Commitment.leaf(opening: $0.opening, record: $0.record)).base64
        } ?? ""
    }
}
