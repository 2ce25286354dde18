import Audit
import CanonicalJSON
import Consent
import Ledger

/// What is recorded of a person, and what holds for each purpose and why.
struct Timeline: Answer {
    /// What holds for one purpose.
    struct PurposeState {
        let purpose: Purpose
        let standing: Standing
        let circumstances: Circumstances
        /// The record that decided.
        let decisive: SubjectRecord?
        /// Whether a yes stands, and the do-not-mail list keeps the person out all the same.
        var isKeptOut = false
    }

    let address: EmailAddress
    let asOf: AsOf?
    let records: [SubjectRecord]
    private(set) var states: [PurposeState]
    /// Since when and why the address is on the do-not-mail list.
    private var suppressions: [(scope: Purpose, tag: Suppression)] = []
    /// What the policy in force at a moment of the past would have done; none for now.
    private var then: PolicyThen?

    /// - Parameter purposes: Those that the ledger knows, which matter where somebody objected to all mail.
    init(of address: EmailAddress, history: [SubjectRecord], purposes: [Purpose], asOf: AsOf?) {
        self.address = address
        self.asOf = asOf
        let records = history.filter { record in asOf.map { $0.includes(record.event) } ?? true }
        self.records = records
        let named = Set(records.filter { !$0.event.kind.isBookkeeping }.map(\.event.purpose))
        let concerned = named.contains(.everything) ? named.union(purposes) : named
        states = concerned.subtracting([.everything]).sorted().map { purpose in
            let standing = Standing(of: records.map(\.event), for: purpose)
            return PurposeState(
                purpose: purpose, standing: standing,
                circumstances: Circumstances(of: records.map(\.event), for: purpose),
                decisive: records.first { $0.event == standing.decisive })
        }
    }

    /// Asks the do-not-mail list, which knows the person also where nothing else does.
    mutating func lookUp(in ledger: Ledger) throws {
        suppressions = try ledger.suppressions(of: address)
            .filter { found in asOf.map { found.tag.since <= $0.moment.day } ?? true }
        guard !suppressions.isEmpty else { return }
        for place in states.indices where states[place].standing.state == .given {
            let purpose = states[place].purpose
            states[place].isKeptOut = try ledger.standings(of: [address], for: purpose, asOf: asOf)
                .contains(where: \.isSuppressed)
        }
    }

    /// Asks the policy that was in force at the moment what it would have done.
    mutating func judge(by ledger: Ledger, asOf: AsOf) throws {
        then = try PolicyThen(in: ledger, asOf: asOf, of: address, purposes: states.map(\.purpose))
    }

    func text(in palette: Palette) -> String {
        let moment = asOf.map { ", \($0)" } ?? ""
        var text = palette.paint(address.shortened, .strong) + moment + "\n"
        guard !records.isEmpty else { return text + "Nothing is recorded.\n" + doNotMail }
        for state in states {
            text += "\n\(state.purpose): \(palette.state(state.standing.state))\n"
            if let decisive = state.decisive {
                text += "  decided by entry \(decisive.index), \(decisive.rid)\n"
            }
            text += "  \(explanation(state))\n"
            if state.isKeptOut {
                text +=
                    "  The do-not-mail list keeps the person out: this yes is of no later day, or of a lower grade.\n"
            }
            if let sentence = then?.sentence(for: state.purpose) { text += "  \(sentence)\n" }
            for sentence in CircumstanceWords.sentences(state.circumstances, state.standing) {
                text += "  \(sentence)\n"
            }
        }
        if !suppressions.isEmpty { text += "\n" + doNotMail }
        text += "\noccurred at           recorded at           entry  what\n"
        for record in records {
            let occurred = record.event.occurredAt?.description ?? "nobody can say      "
            let entry = String(record.index)
            text += "\(occurred)  \(record.event.recordedAt)  "
            text += String(repeating: " ", count: max(0, 5 - entry.count)) + entry + "  \(line(record))\n"
        }
        return text
    }

    /// A sentence for each entry of the do-not-mail list.
    private var doNotMail: String {
        suppressions.map { found in
            "On the do-not-mail list for \(found.scope.words) since \(found.tag.since): \(found.tag.reason.words).\n"
        }.joined()
    }

    private func line(_ record: SubjectRecord) -> String {
        let event = record.event
        var parts = [
            "\(event.kind.words) \(event.purpose == .everything ? "(all mail)" : event.purpose.id)",
            "grade \(event.grade.name)",
        ]
        if let method = event.method { parts.append(method.rawValue) }
        if let wording = event.wording { parts.append(wording.description) }
        if event.evidenceCount == 1 { parts.append("1 file") }
        if event.evidenceCount > 1 { parts.append("\(event.evidenceCount) files") }
        if let source = record.source { parts.append("source: \(source)") }
        if let reason = record.reason { parts.append("reason: \(reason)") }
        if let mark = record.imported { parts.append(mark.text) }
        if let mark = record.release { parts.append(mark.text) }
        for (name, value) in record.told.sorted(by: { $0.key < $1.key }) { parts.append("\(name): \(value)") }
        return parts.joined(separator: ", ") + "  \(record.rid)"
    }

    var json: JSONValue {
        .object(of: [
            "address": .string(address.normalized), "asOf": asOf.map { .string($0.moment.description) },
            "clock": asOf.map { .string($0.clock.rawValue) }, "policy": then?.json,
            "states": .array(states.map(json)), "events": .array(records.map(json)),
            "suppressions": .array(
                suppressions.map { found in
                    .object(of: [
                        "scope": .string(found.scope.id), "since": .string(found.tag.since),
                        "reason": .string(found.tag.reason.rawValue),
                    ])
                }),
        ])
    }

    private func json(_ state: PurposeState) -> JSONValue {
        .object(of: [
            "purpose": .string(state.purpose.id), "state": .string(state.standing.state.rawValue),
            "verdict": then?.verdict(for: state.purpose),
            "decidedBy": state.decisive.map { .string($0.rid.description) },
            "isReturn": .boolean(state.standing.isReturn), "why": .string(explanation(state)),
            "isContradicted": .boolean(state.standing.isContradicted),
            "isSuppressed": state.isKeptOut ? true : nil,
            "isRestricted": .boolean(state.circumstances.isRestricted),
            "hasOpenRequest": .boolean(state.circumstances.hasOpenRequest),
            "requestedAt": moment(state.circumstances.requestedAt),
            "complainedAt": moment(state.circumstances.complainedAt),
            "bouncedAt": moment(state.circumstances.bouncedAt),
            "lastStopAt": moment(state.circumstances.lastStopAt),
        ])
    }

    private func moment(_ instant: Instant?) -> JSONValue? { instant.map { .string($0.description) } }

    private func json(_ record: SubjectRecord) -> JSONValue {
        let event = record.event
        let evidence = record.evidence.map { item in
            JSONValue.object(of: [
                "sha256": .string(item.digest.hex), "kind": .string(item.kind), "size": .integer(item.size),
                "kept": .string(item.keeping.rawValue),
            ])
        }
        return .object(of: [
            "rid": .string(record.rid.description), "index": .integer(Int64(clamping: record.index)),
            "type": .string(event.kind.rawValue), "purpose": .string(event.purpose.id),
            "occurredAt": event.occurredAt.map { .string($0.description) } ?? .null,
            "recordedAt": .string(event.recordedAt.description), "grade": .string(event.grade.name),
            "method": event.method.map { .string($0.rawValue) },
            "wording": event.wording.map { .string($0.description) }, "evidence": .array(evidence),
            "source": record.source.map { .string($0) }, "ip": record.ip.map { .string($0) },
            "reason": record.reason.map { .string($0) }, "import": record.imported?.json,
            "release": record.release?.json,
            "told": record.told.isEmpty
                ? nil
                : .object(
                    record.told.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) }
                ),
            "controller": record.controller.map { .string($0) },
        ])
    }

    /// By which rule it holds, in plain words.
    private func explanation(_ state: PurposeState) -> String {
        switch state.standing.state {
        case .none:
            state.circumstances == .none
                ? "Nothing is recorded for this purpose."
                : "Neither a yes nor a stop is recorded for this purpose."
        case .requested: "The person asked to join and has not confirmed it. That is not yet a yes."
        case .given where state.standing.isReturn:
            "The person came back: this yes, of grade form or better, happened after the last stop."
        case .given: "No stop is recorded, and this is the strongest yes."
        case .withdrawn, .refused, .objected:
            "A stop stands against every yes, and no yes of grade form or better happened after it."
        }
    }
}
