package import Consent

/// What the open records of a ledger said at some moment: who mails, with which words, and how.
package struct OpenKnowledge: Sendable {
    /// The controller, if one was named.
    package let controller: Controller?
    /// Every published wording, in the order of publication.
    package let wordings: [Wording]
    /// The policy in force, if one was adopted.
    package let adoptedPolicy: AdoptedPolicy?
    private let byPurpose: [Purpose: [String: Declaration]]

    /// - Parameters:
    ///   - registry: What the records of that moment say.
    ///   - today: What they say now, where it tells more of the past than was recorded then.
    init(_ registry: Registry, today: Registry? = nil) {
        controller = registry.controllers.last?.controller ?? today?.controllers.first?.controller
        wordings = today?.wordings ?? registry.wordings
        adoptedPolicy = registry.adoptedPolicy
        byPurpose = registry.declarations
    }

    /// What was said of the sending for a purpose, by name.
    package func declarations(for purpose: Purpose) -> [String: Declaration] { byPurpose[purpose] ?? [:] }
}

extension Ledger {
    /// What the open records say now.
    package var openKnowledge: OpenKnowledge { OpenKnowledge(registry) }

    /// What the open records said at a moment of the past.
    ///
    /// Declaring and adopting happen when they are recorded. A wording may be older than its publication here, and a
    /// controller than its naming: by the clock of what happened, the wordings that are known today count, and where
    /// none was named by then the first controller that was.
    package func openKnowledge(asOf: AsOf) throws -> OpenKnowledge {
        try translating {
            OpenKnowledge(
                try Registry(log, at: asOf.moment),
                today: asOf.clock == .occurred ? registry : nil)
        }
    }
}
