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

    init(_ registry: Registry, wordings: [Wording]? = nil) {
        controller = registry.controllers.last?.controller
        self.wordings = wordings ?? registry.wordings
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
    /// Naming a controller, declaring and adopting happen when they are recorded. A wording may be older than its
    /// publication here: by the clock of what happened, those that are known today count.
    package func openKnowledge(asOf: AsOf) throws -> OpenKnowledge {
        try translating {
            OpenKnowledge(
                try Registry(log, at: asOf.moment),
                wordings: asOf.clock == .occurred ? registry.wordings : nil)
        }
    }
}
