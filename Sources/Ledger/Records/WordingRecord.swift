import CanonicalJSON
import Consent

/// A wording as an open record holds it.
enum WordingRecord {
    static func json(of wording: Wording) -> JSONValue {
        let list = wording.checklist
        return .object(of: [
            "id": .string(wording.reference.id), "version": .integer(Int64(wording.reference.version)),
            "language": .string(wording.language),
            "purposes": .array(wording.purposes.map { .string($0.id) }),
            "channels": .array(wording.channels.map { .string($0.rawValue) }), "text": .string(wording.text),
            "sha256": .string(wording.digest.hex),
            "validFrom": wording.validFrom.map { .string($0.description) },
            "controllerNamed": .boolean(list.controllerNamed),
            "withdrawalExplained": .boolean(list.withdrawalExplained), "preTicked": .boolean(list.preTicked),
            "bundled": .boolean(list.bundled), "conditional": .boolean(list.conditional),
            "topicNamed": list.topicNamed.map { .boolean($0) },
            "partnersUnnamed": list.partnersUnnamed.map { .boolean($0) },
            "contactGiven": list.contactGiven.map { .boolean($0) },
            "trackingCovered": list.trackingCovered.map { .boolean($0) },
            "materialChange": list.materialChange.map { .boolean($0) },
        ])
    }

    static func wording(from record: JSONValue) -> Wording? {
        guard let json = record["wording"], let id = json["id"]?.text, let version = json["version"]?.number,
            let reference = WordingReference(id: id, version: Int(clamping: version)),
            let language = json["language"]?.text,
            let purposes = json["purposes"]?.items, let channels = json["channels"]?.items,
            let text = json["text"]?.text,
            let digest = json["sha256"]?.text.flatMap({ ContentDigest(hex: $0) }),
            let checklist = checklist(json)
        else { return nil }
        return Wording(
            reference: reference, language: language,
            purposes: purposes.compactMap { $0.text.flatMap { Purpose($0) } },
            channels: channels.compactMap { $0.text.flatMap(Channel.init(rawValue:)) }, text: text,
            digest: digest,
            validFrom: json["validFrom"]?.text.flatMap { try? Instant(parsing: $0) }, checklist: checklist)
    }

    private static func checklist(_ json: JSONValue) -> Wording.Checklist? {
        guard let controllerNamed = json["controllerNamed"]?.truth, let preTicked = json["preTicked"]?.truth,
            let withdrawalExplained = json["withdrawalExplained"]?.truth,
            let bundled = json["bundled"]?.truth,
            let conditional = json["conditional"]?.truth
        else { return nil }
        var list = Wording.Checklist(
            controllerNamed: controllerNamed, withdrawalExplained: withdrawalExplained, preTicked: preTicked,
            bundled: bundled, conditional: conditional)
        // Records from before these were asked have no answers to them.
        list.topicNamed = json["topicNamed"]?.truth
        list.partnersUnnamed = json["partnersUnnamed"]?.truth
        list.contactGiven = json["contactGiven"]?.truth
        list.trackingCovered = json["trackingCovered"]?.truth
        list.materialChange = json["materialChange"]?.truth
        return list
    }
}
