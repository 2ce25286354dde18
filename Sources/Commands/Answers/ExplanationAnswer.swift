import CanonicalJSON
import Consent
import Gate
import Policies

/// What `policy explain` answers.
struct ExplanationAnswer: Answer {
    let address: EmailAddress
    let purpose: Purpose
    let policy: ChosenPolicy
    let asOf: AsOf?
    let contact: Contact
    /// Whether every rule is shown, and not only those that fired or are one fact away.
    let showsAll: Bool

    private let rules: [RuleExplanation]

    init(
        address: EmailAddress, purpose: Purpose, policy: ChosenPolicy, asOf: AsOf?, contact: Contact,
        showsAll: Bool
    ) {
        self.address = address
        self.purpose = purpose
        self.policy = policy
        self.asOf = asOf
        self.contact = contact
        self.showsAll = showsAll
        rules = policy.policy.explain(contact.facts)
    }

    // MARK: For people

    func text(in palette: Palette) -> String {
        head(palette) + decisive(palette) + fired(palette) + others(palette)
    }

    private func head(_ palette: Palette) -> String {
        let going =
            switch contact.verdict {
            case .accept: palette.paint("accepted", .good)
            case .hold: palette.paint("held", .doubtful)
            case .reject: palette.paint("rejected", .bad)
            }
        let place = contact.place.map { ", row \($0.row) of \($0.list)" } ?? ""
        let moment = asOf.map { $0.clock == .recorded ? ", as of \($0.moment)" : ", \($0)" } ?? ""
        return palette.paint(address.shortened, .strong)
            + " for \(purpose.id)\(place)\(moment), policy \(policy.policy.id): \(going)\n"
    }

    /// The rule that decided, in full.
    private func decisive(_ palette: Palette) -> String {
        guard let rule = contact.rule else {
            return contact.released.isEmpty
                ? "\nA recorded opt-in stands, and no rule keeps the contact out.\n"
                : "\nSomebody released what would hold the contact: \(contact.released.joined(separator: ", ")).\n"
        }
        var text = "\n\(Self.title(of: rule, palette))\n  \(rule.reason)\n"
        if rule.effect.verdict != nil { text += "  What helps: \(rule.cure)\n" }
        text += "  Law: \(rule.law)\n"
        if contact.isByOtherRow {
            return text + "  Another row of the list has the same address and decided; a no beats a yes.\n"
        }
        if contact.isByOtherAddress {
            return text + "  Another address in the same cell decided; a row passes only if all of them do.\n"
        }
        guard let explanation = rules.first(where: { $0.rule.id == rule.id }) else { return text }
        text += "  Decided by: \(explanation.deciding.inALine)\n"
        for change in explanation.changes { text += "  It would not fire if \(change).\n" }
        return text
    }

    /// What fired besides.
    private func fired(_ palette: Palette) -> String {
        let fired = rules.filter { $0.hasFired && ($0.rule.id != contact.rule?.id || showsAll) }
        guard !fired.isEmpty else { return "" }
        var lines = NamedLines()
        for explanation in fired {
            let isReleased = contact.released.contains(explanation.rule.id)
            lines.add(
                "  " + Self.title(of: explanation.rule, .plain),
                (isReleased ? "released: " : "") + explanation.deciding.inALine)
            if showsAll {
                for change in explanation.changes { lines.add("", "would not fire if \(change)") }
            }
        }
        return palette.paint("\nfired", .strong) + (contact.rule == nil || showsAll ? "" : " too") + "\n"
            + lines.text
    }

    /// What did not fire: what one fact would change, and for those who want it all of it.
    private func others(_ palette: Palette) -> String {
        let silent = rules.filter { !$0.hasFired }
        let near = silent.filter { !$0.changes.isEmpty }
        let far = silent.filter(\.changes.isEmpty)
        let told = showsAll ? near : Array(near.prefix(Self.mostNear))
        let text = self.near(told, palette)
        guard !showsAll else {
            return text + table("more than one fact away", far, palette) + without(palette)
        }
        let more = near.count - told.count
        let off = policy.policy.rulesOff.count
        return text + (more > 0 ? "  … and \(more) more\n" : "")
            + "\n\(far.count) rules are more than one fact away, \(off) are off (--all shows every rule).\n"
    }

    /// So many rules that one fact would make fire are shown to somebody who did not ask for all.
    private static let mostNear = 20

    private func near(_ rules: [RuleExplanation], _ palette: Palette) -> String {
        guard !rules.isEmpty else { return "" }
        var lines = NamedLines()
        for explanation in rules {
            let changes = explanation.changes.map { "if \($0)" }
            let title = "  " + Self.title(of: explanation.rule, .plain)
            if showsAll {
                for (place, change) in changes.enumerated() { lines.add(place == 0 ? title : "", change) }
                lines.add("", "now \(explanation.deciding.inALine)")
            } else {
                let more = changes.count > 1 ? " (or \(changes.count - 1) more)" : ""
                lines.add(title, (changes.first ?? "") + more)
            }
        }
        return palette.paint("\none fact away", .strong) + "\n" + lines.text
    }

    private func table(_ name: String, _ rules: [RuleExplanation], _ palette: Palette) -> String {
        guard !rules.isEmpty else { return "" }
        var lines = NamedLines()
        for explanation in rules {
            lines.add("  " + Self.title(of: explanation.rule, .plain), "now \(explanation.deciding.inALine)")
        }
        return palette.paint("\n\(name)", .strong) + "\n" + lines.text
    }

    /// The rules that nobody asked: those that are off, and those that the program keeps.
    private func without(_ palette: Palette) -> String {
        var text = ""
        let off = policy.policy.rulesOff
        if !off.isEmpty {
            text += palette.paint("\noff", .strong) + "\n"
            text += off.map { "  \($0.id) \($0.slug)\n" }.joined()
        }
        let kept = policy.policy.rulesKept
        if !kept.isEmpty {
            text += palette.paint("\nkept by the program itself", .strong) + "\n"
            text += kept.map { "  \($0.id) \($0.slug): \($0.keptBy)\n" }.joined()
        }
        return text
    }

    private static func title(of rule: Rule, _ palette: Palette) -> String {
        let tone: Palette.Tone =
            switch rule.effect {
            case .accept: .good
            case .warn, .hold: .doubtful
            case .reject: .bad
            }
        return palette.paint("\(rule.effect.rawValue) \(rule.id) \(rule.slug)", tone)
    }

    // MARK: For programs

    var json: JSONValue {
        .object(of: [
            "address": .string(address.shortened), "purpose": .string(purpose.id),
            "policy": .object(of: [
                "id": .string(policy.policy.id), "sha256": .string(policy.sha256),
                "source": .string(policy.source.name),
            ]),
            "asOf": asOf.map { .string($0.moment.description) },
            "clock": asOf.map { .string($0.clock.rawValue) },
            "list": contact.place.map { .string($0.list) },
            "row": contact.place.map { .integer(Int64(clamping: $0.row)) },
            "verdict": .string(contact.verdict.rawValue), "rule": contact.rule.map { .string($0.id) },
            "reason": contact.rule.map { .string($0.reason) }, "cure": contact.rule.map { .string($0.cure) },
            "isByOtherRow": .boolean(contact.isByOtherRow),
            "isByOtherAddress": .boolean(contact.isByOtherAddress),
            "released": .array(contact.released.map { .string($0) }), "rules": .array(rules.map(Self.json)),
            "off": .array(policy.policy.rulesOff.map { .string($0.id) }),
            "kept": .array(policy.policy.rulesKept.map { .string($0.id) }),
        ])
    }

    private static func json(_ explanation: RuleExplanation) -> JSONValue {
        .object(of: [
            "id": .string(explanation.rule.id), "slug": .string(explanation.rule.slug),
            "effect": .string(explanation.rule.effect.rawValue), "hasFired": .boolean(explanation.hasFired),
            "facts": .object(
                explanation.deciding.map {
                    .init($0.fact.name, $0.value.map { .string($0.description) } ?? .null)
                }),
            "changes": .array(
                explanation.changes.map {
                    .object(of: ["fact": .string($0.fact.name), "wanted": .string($0.wanted)])
                }),
        ])
    }
}
