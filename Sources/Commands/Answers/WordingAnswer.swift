import CanonicalJSON
import Consent

/// One version of a wording, whole.
struct WordingAnswer: Answer {
    let wording: Wording
    /// Whether it was published just now; nil where nothing was to be published.
    let isNew: Bool?

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        let verb = isNew.map { $0 ? "published" : "known" } ?? "wording"
        lines.add(verb, wording.reference.description)
        lines.add("sha256", wording.digest.hex)
        lines.add("language", wording.language)
        lines.add("purposes", wording.purposes.map(\.id).joined(separator: ", "))
        lines.add("channels", wording.channels.map(\.rawValue).joined(separator: ", "))
        if let validFrom = wording.validFrom { lines.add("valid from", validFrom.description) }
        lines.add("checklist", checklist)
        guard isNew == nil else { return lines.text }
        return lines.text + "\n" + wording.text + (wording.text.hasSuffix("\n") ? "" : "\n")
    }

    private var checklist: String {
        let list = wording.checklist
        return [
            list.controllerNamed ? "controller named" : "controller not named",
            list.withdrawalExplained ? "withdrawal explained" : "withdrawal not explained",
            list.preTicked ? "pre-ticked" : "not pre-ticked",
            list.bundled ? "bundled" : "not bundled",
            list.conditional ? "conditional" : "not conditional",
            list.topicNamed.map { $0 ? "topic named" : "topic not named" },
            list.partnersUnnamed.map { $0 ? "partners unnamed" : "no partners unnamed" },
            list.contactGiven.map { $0 ? "contact given" : "contact not given" },
            list.trackingCovered.map { $0 ? "tracking covered" : "tracking not covered" },
            list.materialChange.map { $0 ? "material change" : "no material change" },
        ].compactMap(\.self).joined(separator: ", ")
    }

    var json: JSONValue {
        let list = wording.checklist
        return .object(of: [
            "wording": .string(wording.reference.description), "isNew": isNew.map { .boolean($0) },
            "sha256": .string(wording.digest.hex), "language": .string(wording.language),
            "purposes": .array(wording.purposes.map { .string($0.id) }),
            "channels": .array(wording.channels.map { .string($0.rawValue) }),
            "validFrom": wording.validFrom.map { .string($0.description) },
            "controllerNamed": .boolean(list.controllerNamed),
            "withdrawalExplained": .boolean(list.withdrawalExplained),
            "preTicked": .boolean(list.preTicked), "bundled": .boolean(list.bundled),
            "conditional": .boolean(list.conditional),
            "topicNamed": list.topicNamed.map { .boolean($0) },
            "partnersUnnamed": list.partnersUnnamed.map { .boolean($0) },
            "contactGiven": list.contactGiven.map { .boolean($0) },
            "trackingCovered": list.trackingCovered.map { .boolean($0) },
            "materialChange": list.materialChange.map { .boolean($0) }, "text": .string(wording.text),
        ])
    }
}

/// Every published wording, in the order of publication.
struct WordingListAnswer: Answer {
    let wordings: [Wording]

    func text(in palette: Palette) -> String {
        guard !wordings.isEmpty else {
            return "No wording is published yet. Publish one with: consentgate wording publish FILE\n"
        }
        var lines = NamedLines()
        for wording in wordings {
            let purposes = wording.purposes.map(\.id).joined(separator: ", ")
            lines.add(
                wording.reference.description, "\(wording.language)  \(purposes)  sha256:\(wording.digest)")
        }
        return lines.text
    }

    var json: JSONValue {
        .object(of: ["wordings": .array(wordings.map { WordingAnswer(wording: $0, isNew: nil).json })])
    }
}
