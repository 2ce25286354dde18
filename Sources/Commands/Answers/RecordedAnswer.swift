import CanonicalJSON
import Consent
import Ledger
import Policies

/// What the ledger did with an act, what holds now, and what would come of it.
struct RecordedAnswer: Answer {
    let kind: EventKind
    let purpose: Purpose
    let event: RecordedEvent
    let state: ConsentState
    let forecast: Forecast

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        lines.add(event.wasKnown ? "known" : "recorded", "\(event.rid)")
        lines.add("entry", "\(event.index), \(event.recordedAt)")
        lines.add("grade", event.grade.name)
        for item in event.evidence {
            let copy = item.keeping == .sealed ? "sealed" : "digest only"
            lines.add("evidence", "sha256:\(item.digest) (\(item.kind), \(item.size) bytes, \(copy))")
        }
        lines.add("state", "\(palette.state(state)), \(purpose == .everything ? "all mail" : purpose.id)")
        lines.add("policy", "\(forecast.policy): \(forecast.sentence)")
        if let rule = forecast.rule, forecast.verdict != .accept { lines.add("cure", rule.cure) }
        return lines.text
    }

    var json: JSONValue {
        let evidence = event.evidence.map { item in
            JSONValue.object(of: [
                "sha256": .string(item.digest.hex), "kind": .string(item.kind), "size": .integer(item.size),
                "kept": .string(item.keeping.rawValue),
            ])
        }
        return .object(of: [
            "rid": .string(event.rid.description), "type": .string(kind.rawValue),
            "purpose": .string(purpose.id), "index": .integer(Int64(clamping: event.index)),
            "recordedAt": .string(event.recordedAt.description), "wasKnown": .boolean(event.wasKnown),
            "grade": .string(event.grade.name), "evidence": .array(evidence),
            "state": .string(state.rawValue), "forecast": forecast.json,
        ])
    }
}

extension Palette {
    /// A state in the colour of what it means for mail.
    func state(_ state: ConsentState) -> String {
        switch state {
        case .given: paint(state.rawValue, .good)
        case .none, .requested: paint(state.rawValue, .doubtful)
        case .withdrawn, .refused, .objected: paint(state.rawValue, .bad)
        }
    }
}
