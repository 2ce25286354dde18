import CanonicalJSON
import Consent
import Ledger

/// One yes of a person, told in full: the act, its confirmation, where the address came from, and what was told.
struct SubjectConsent: Sendable {
    /// What is known of the click that confirmed a yes.
    struct Confirmation: Sendable {
        /// When the person asked to join, and in which entry of the log that stands.
        let requestedAt: Instant?
        let requestIndex: UInt64?
        /// When the person clicked.
        let confirmedAt: Instant?
        /// From which network address, as claimed.
        let ip: String?
        /// One or two sentences.
        let words: String
    }

    let entry: SubjectDossier.Entry
    let wording: SubjectDossier.ShownWording?
    /// Whether it is the yes by which the state holds.
    let isStanding: Bool
    let confirmation: Confirmation

    init(_ entry: SubjectDossier.Entry, in dossier: SubjectDossier) {
        self.entry = entry
        let event = entry.record.event
        wording = dossier.wordings.first { $0.wording.reference == event.wording }
        isStanding = dossier.states.contains { state in
            state.standing.state == .given && state.standing.decisive == event
        }
        confirmation = Self.confirmation(of: entry.record, among: dossier.entries.map(\.record))
    }

    private static func confirmation(
        of record: SubjectRecord, among records: [SubjectRecord]
    ) -> Confirmation {
        let event = record.event
        let request = records.last { other in
            other.event.kind == .requested && other.event.purpose == event.purpose
                && other.event.effectiveAt <= event.effectiveAt
        }
        let told = record.told["confirmedAt"].flatMap { try? Instant(parsing: $0) }
        let confirmedAt = told ?? record.imported?.confirmedAt
        let asked = request.map { "The request to join is entry \($0.index) of the log. " } ?? ""
        let words =
            if event.grade == .mailboxProven {
                asked + "The mailbox answered a link that this program sent."
            } else if event.method == .doubleOptIn {
                asked
                    + "Recorded as a double opt-in: a form, and a click in a mail to the address. This program did not send "
                    + "that mail, and takes the word of whoever recorded it, and of the evidence."
            } else if confirmedAt != nil {
                asked + "A confirming click is claimed, and was not seen by this program."
            } else if request != nil {
                asked + "No confirming click is recorded; the yes itself is the answer to the request."
            } else {
                "No confirming click is recorded: nobody can say from this record alone that the owner of the mailbox acted."
            }
        return Confirmation(
            requestedAt: request?.event.occurredAt ?? request?.event.recordedAt,
            requestIndex: request?.index,
            confirmedAt: confirmedAt, ip: record.imported?.confirmedIP, words: words)
    }

    /// When it ends, as was agreed; nil where nothing was.
    var expiresAt: String? { entry.record.told["expiresAt"] }

    /// Where the address came from, in a sentence.
    var origin: String {
        let record = entry.record
        var parts: [String] = []
        if let source = record.source { parts.append("As recorded: \(source).") }
        if let mark = record.imported {
            parts.append("Taken over from another tool: \(mark.text).")
        } else if record.event.method?.isDirect ?? false {
            parts.append("The person gave the address to the controller directly.")
        }
        return parts.isEmpty ? "Nobody told where the address came from." : parts.joined(separator: " ")
    }

    /// What the person had to be told, by which article, and what is known of it.
    var notice: [(duty: String, answer: String)] {
        let article =
            entry.record.event.method?.isDirect ?? false
            ? "Art. 13 GDPR: at the time when the address is taken"
            : "Art. 14 GDPR: within a month, for the address did not come from the person"
        guard let list = wording?.wording.checklist else {
            return [
                ("Which duty", article), ("What was told", "not known: no wording is recorded with this yes"),
            ]
        }
        func answer(_ yes: Bool?) -> String { yes.map { $0 ? "yes" : "no" } ?? "nobody answered" }
        return [
            ("Which duty", article), ("Names the controller, Art. 13(1)(a)", answer(list.controllerNamed)),
            ("Says what the mail is about, Art. 13(1)(c)", answer(list.topicNamed)),
            ("Gives an address of the controller, Art. 13(1)(a)", answer(list.contactGiven)),
            (
                "Speaks of partners without naming them, against Art. 13(1)(e)",
                answer(list.partnersUnnamed)
            ),
            ("Explains how to withdraw, Art. 7(3) and 13(2)(c)", answer(list.withdrawalExplained)),
        ]
    }

    var json: JSONValue {
        let event = entry.record.event
        return .object(of: [
            "rid": .string(entry.record.rid.description),
            "index": .integer(Int64(clamping: entry.record.index)),
            "purpose": .string(event.purpose.id), "isStanding": .boolean(isStanding),
            "grade": .string(event.grade.name), "method": event.method.map { .string($0.rawValue) },
            "wording": event.wording.map { .string($0.description) },
            "isWordingKept": .boolean(wording != nil), "expiresAt": expiresAt.map { .string($0) },
            "confirmation": .object(of: [
                "requestedAt": confirmation.requestedAt.map { .string($0.description) },
                "requestIndex": confirmation.requestIndex.map { .integer(Int64(clamping: $0)) },
                "confirmedAt": confirmation.confirmedAt.map { .string($0.description) },
                "ip": confirmation.ip.map { .string($0) }, "words": .string(confirmation.words),
            ]),
            "origin": .string(origin),
            "notice": .array(
                notice.map { .object(of: ["duty": .string($0.duty), "answer": .string($0.answer)]) }),
        ])
    }
}
