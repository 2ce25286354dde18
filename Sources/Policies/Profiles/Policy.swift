import Consent
import StrictYAML

/// A policy file that was read, checked, and found to keep law 2.
///
/// Judging depends on the facts alone: the same facts give the same judgement on any machine and any day.
public struct Policy: Sendable, Hashable {
    /// The short name, in lower case with hyphens.
    public let id: String
    /// The name for people.
    public let title: String
    /// Whom the policy is for, and what it does and does not protect from.
    public let description: String
    /// The rules that count, in the order of telling.
    public let rules: [Rule]
    /// The rules that it knows of and that do not count.
    public let rulesOff: [Rule]
    /// What the program keeps by how it is built, whatever a policy says.
    public let rulesKept: [KeptRule]
    /// The whole file as it was read.
    public let text: String
    /// All files of which it is made, its own first: for its digest and for the log.
    public let sources: [PolicySource]
    /// Its settings with their values as they are written.
    public let parameters: [String: String]
    /// How long what is kept is kept.
    public let retention: RetentionSchedule
    /// In which language its rules are told.
    public let language: Language
    private let phrases: [Phrase: String]
    /// Whether a release needs a second person.
    public let needsFourEyes: Bool
    /// Whether it builds on the catalogue, so that the catalogue's examples hold in it.
    public let isOverCatalogue: Bool
    /// The ids of the rules that stand in its own file, or that its own file turns on, changes or asks for.
    public let ownRules: Set<String>

    /// Reads a policy, and puts it together with what it builds on.
    ///
    /// - Parameters:
    ///   - text: The whole file.
    ///   - file: Its name, for errors.
    ///   - library: The policies that it may build on.
    ///   - language: In which the rules of the catalogue are told.
    /// - Throws: ``PolicyError`` with the place: for anything that is not understood to the last key, and for a policy
    ///   that would let a LinkedIn-sourced contact without an explicit opt-in pass.
    public init(
        parsing text: String, file: String, library: PolicyLibrary = .shipped, language: Language = .english
    ) throws(PolicyError) {
        let outcome: PolicyComposer.Outcome
        do {
            outcome = try PolicyComposer(library: library, language: language).compose(text, file: file)
            phrases = try ShippedPolicies.texts(in: language).get().phrases
        } catch {
            throw PolicyError(.malformed, error)
        }
        let list = outcome.own.rules ?? outcome.own.root
        if let violation = LinkedInLaw(rules: outcome.rules, list: list).violation {
            throw PolicyError(.breaksLaw, violation)
        }
        (id, title, description) = (outcome.own.id, outcome.own.title, outcome.own.description)
        let bases = outcome.rules.filter { $0.parsed.basis == .gives }.map(\.parsed.when)
        rules = outcome.rules.map { $0.rule(bases: bases) }
        rulesOff = outcome.off.map { $0.rule(bases: []) }
        rulesKept = outcome.kept
        sources = outcome.sources
        parameters = Dictionary(
            uniqueKeysWithValues: outcome.parameters.written.map { ($0.parameter.name, $0.value) })
        retention = outcome.retention
        needsFourEyes = outcome.parameters.choice("fourEyes")
        isOverCatalogue = outcome.isOverCatalogue
        ownRules = outcome.touched
        self.text = text
        self.language = language
    }

    /// A phrase in the language of the policy, its blanks filled.
    public func phrase(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
        var text = phrases[phrase] ?? ""
        for (blank, value) in values { text = text.replacing("{\(blank)}", with: value) }
        return text
    }

    /// Judges a contact by what is known of it, by asking every rule.
    ///
    /// - Parameters:
    ///   - facts: What is known.
    ///   - released: Rules, as indices of ``rules``, whose hold somebody lifted for this contact. Only a hold that may be
    ///     overridden is lifted; the finding stays.
    public func judge(_ facts: Facts, releasing released: Set<Int> = []) -> Judgement {
        var verdict = Verdict.accept
        var (decisive, basis): (Int?, Int?)
        var findings: [Int] = []
        for index in rules.indices where rules[index].condition.holds(for: facts) {
            findings.append(index)
            let effect = rules[index].effect
            if effect == .accept, basis == nil { basis = index }
            if effect == .hold, rules[index].override != .never, released.contains(index) { continue }
            if let asked = effect.verdict, asked > verdict {
                verdict = asked
                decisive = index
            }
        }
        return Judgement(verdict: verdict, findings: findings, decisive: decisive ?? basis)
    }

    /// The rule that is told for a judgement of this policy, nil where the contact is accepted and no rule gave
    /// the basis.
    public func decisiveRule(of judgement: Judgement) -> Rule? {
        judgement.decisive.flatMap { rules.indices.contains($0) ? rules[$0] : nil }
    }

    /// The rules that fired for a judgement of this policy, in the order of the file.
    public func rules(of judgement: Judgement) -> [Rule] {
        judgement.findings.compactMap { rules.indices.contains($0) ? rules[$0] : nil }
    }
}
