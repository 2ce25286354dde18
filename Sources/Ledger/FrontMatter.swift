import Consent
import StrictYAML

/// The answers at the top of a wording's file.
struct FrontMatter {
    private static let required = [
        "id", "language", "purposes", "controller named", "withdrawal explained", "pre-ticked", "bundled",
    ]
    private static let known = required + optional
    private static let optional = [
        "conditional", "valid from", "channels", "title", "topic named", "partners unnamed", "contact given",
        "tracking covered", "material change",
    ]

    private let mapping: YAMLMapping
    private var values: [String: YAMLNode] = [:]

    init(_ mapping: YAMLMapping) throws(YAMLError) {
        self.mapping = mapping
        for (key, value) in mapping.pairs {
            let name = try key.text()
            guard let known = Self.known.first(where: { Self.folded($0) == Self.folded(name) }) else {
                throw key.unknown("key", name, among: Self.known)
            }
            guard values[known] == nil else { throw key.error("the key \"\(known)\" stands twice") }
            values[known] = value
        }
        let missing = Self.required.filter { values[$0] == nil }
        guard missing.isEmpty else {
            throw mapping.node.error(
                "not answered: \(missing.joined(separator: ", "))",
                hint: "Each answer decides a rule; without it every opt-in on this wording would be held.")
        }
    }

    /// `pre-ticked`, `preTicked`, `Pre ticked` and `pre_ticked` are one key.
    private static func folded(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    private func value(_ name: String) throws(YAMLError) -> YAMLNode {
        guard let value = values[name] else { throw mapping.node.error("the key \"\(name)\" is missing") }
        return value
    }

    func id() throws(YAMLError) -> String {
        let node = try value("id")
        let id = try node.nonEmptyText()
        guard WordingReference(id: id, version: 1) != nil else {
            throw node.error(
                "\"\(id)\" is no id", hint: "Use lower-case letters, digits and hyphens, as in newsletter-en."
            )
        }
        return id
    }

    /// The shape of BCP 47: a language of two or three letters, and subtags of up to eight.
    func language() throws(YAMLError) -> String {
        let node = try value("language")
        let text = try node.nonEmptyText()
        let tags = text.split(separator: "-", omittingEmptySubsequences: false)
        let isWellFormed = tags.enumerated().allSatisfy { place, tag in
            (place == 0 ? 2...3 : 1...8).contains(tag.count) && tag.utf8.allSatisfy { $0 < 0x80 }
                && tag.allSatisfy { place == 0 ? $0.isLetter : $0.isLetter || $0.isNumber }
        }
        guard isWellFormed else {
            throw node.error("\"\(text)\" is no language", hint: "Write en, de or pt-BR.")
        }
        return text
    }

    func purposes() throws(YAMLError) -> [Purpose] {
        let node = try value("purposes")
        var purposes: [Purpose] = []
        for id in try node.texts() {
            guard let purpose = Purpose(id) else {
                throw node.error(
                    "\"\(id)\" is no purpose",
                    hint: "Use lower-case letters, digits and hyphens, as in newsletter.")
            }
            if !purposes.contains(purpose) { purposes.append(purpose) }
        }
        guard !purposes.isEmpty else { throw node.error("a wording asks for at least one purpose") }
        return purposes
    }

    func channels() throws(YAMLError) -> [Channel] {
        guard let node = values["channels"] else { return [.email] }
        var channels: [Channel] = []
        for name in try node.texts() {
            guard let channel = Channel(rawValue: name) else {
                throw node.unknown("channel", name, among: Channel.allCases.map(\.rawValue))
            }
            channels.append(channel)
        }
        guard !channels.isEmpty else { throw node.error("a wording asks for at least one channel") }
        return channels
    }

    func validFrom() throws(YAMLError) -> Instant? {
        guard let node = values["valid from"] else { return nil }
        do {
            return try Instant(parsing: try node.nonEmptyText())
        } catch let error as Instant.ParsingError {
            throw node.error(error.description)
        } catch let error as YAMLError {
            throw error
        } catch {
            throw node.error("this is not a time")
        }
    }

    func checklist() throws(YAMLError) -> Wording.Checklist {
        var list = Wording.Checklist(
            controllerNamed: try value("controller named").boolean(),
            withdrawalExplained: try value("withdrawal explained").boolean(),
            preTicked: try value("pre-ticked").boolean(), bundled: try value("bundled").boolean(),
            conditional: try values["conditional"]?.boolean() ?? false)
        list.topicNamed = try values["topic named"]?.boolean()
        list.partnersUnnamed = try values["partners unnamed"]?.boolean()
        list.contactGiven = try values["contact given"]?.boolean()
        list.trackingCovered = try values["tracking covered"]?.boolean()
        list.materialChange = try values["material change"]?.boolean()
        return list
    }
}
