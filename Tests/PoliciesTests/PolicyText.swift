import Consent
import Policies

/// Policy files for tests: a sound head, and whatever rules a test wants.
enum PolicyText {
    static let head = "policy: trial\ntitle: A trial\ndescription: For tests.\nrules:\n"

    /// Rule S01 as it should be, on lines 5 to 12 of a policy.
    static let s01 = rule(
        "S01", when: "{all: [{row.linkedin: true}, {not: {record.explicit: true}}]}", verdict: "reject")

    static func rule(
        _ id: String, when: String, verdict: String = "hold", override: String = "never", more: String = ""
    ) -> String {
        """
          - id: \(id)
            slug: trial
            when: \(when)
            verdict: \(verdict)
            reason: A reason.
            law: A law.
            cure: A cure.
            override: \(override)

        """ + (more.isEmpty ? "" : "    \(more)\n")
    }

    /// A policy of S01 and one more rule whose condition stands on line 15.
    static func asking(_ when: String) -> String { head + s01 + rule("OWN-1", when: when) }

    static func error(_ text: String) -> PolicyError? {
        do {
            _ = try Policy(parsing: text, file: "trial.yaml")
            return nil
        } catch {
            return error
        }
    }

    /// Facts told as text, as a policy would write them.
    static func facts(_ told: [Fact: String]) throws -> Facts {
        var facts = Facts()
        for (fact, text) in told {
            switch fact.type {
            case .boolean: facts.set(fact, to: text == "true")
            case .name: facts.set(fact, name: text)
            case .number: facts.set(fact, to: Int(text))
            case .time: facts.set(fact, to: try Instant(parsing: text))
            }
        }
        return facts
    }
}
