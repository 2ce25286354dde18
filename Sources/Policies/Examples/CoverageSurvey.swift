/// Watches examples go by, and notes what of a policy they reach.
struct CoverageSurvey {
    private let policy: Policy
    /// One per rule, in the order of the policy.
    private var rules: [RuleSides]
    private var told: Set<String> = []

    /// The sides of one rule that were seen.
    private struct RuleSides {
        let tests: [(test: FactTest, place: TextPlace)]
        /// Whether a setting that names no country keeps it from ever firing.
        let isIdle: Bool
        var whole = Sides()
        var sides: [Sides]

        init(_ rule: Rule) {
            tests = zip(rule.when.parts, rule.places).compactMap { part, place in
                // A set of countries that a profile emptied holds for nobody: there is nothing to see.
                guard case .test(let test) = part, !test.isEmpty else { return nil }
                return (test, place)
            }
            sides = Array(repeating: Sides(), count: tests.count)
            isIdle = rule.when.isIdle
        }
    }

    /// Whether something was seen to hold, and not to hold.
    private struct Sides {
        var held = false
        var failed = false

        mutating func note(_ holds: Bool) { if holds { held = true } else { failed = true } }
    }

    init(of policy: Policy) {
        self.policy = policy
        rules = policy.rules.map(RuleSides.init)
    }

    /// Takes in the facts of an example.
    mutating func note(_ facts: Facts) {
        for index in rules.indices {
            rules[index].whole.note(policy.rules[index].when.holds(for: facts))
            for place in rules[index].tests.indices {
                rules[index].sides[place].note(rules[index].tests[place].test.holds(for: facts))
            }
        }
    }

    /// Takes in what one of the policy's own examples was told.
    mutating func note(_ judgement: Judgement) {
        if let rule = policy.decisiveRule(of: judgement) { told.insert(rule.id) }
        // A warning never decides, and a basis is told wherever it fires.
        for rule in policy.rules(of: judgement) where rule.effect == .warn || rule.effect == .accept {
            told.insert(rule.id)
        }
    }

    /// Takes in the rules that an example of the policy's own was told by a whole vetting.
    mutating func note(told ids: some Sequence<String>) { told.formUnion(ids) }

    /// What was reached.
    func coverage() -> Coverage {
        var (points, gaps): (Int, [Coverage.Gap]) = (0, [])
        for (rule, seen) in zip(policy.rules, rules) {
            func want(
                _ isReached: Bool, _ kind: Coverage.Gap.Kind, _ place: TextPlace, _ test: FactTest? = nil
            ) {
                points += 1
                if isReached { return }
                gaps.append(
                    .init(
                        kind: kind, rule: rule.id, test: test?.description, file: rule.file, place: place))
            }
            if !seen.isIdle { want(seen.whole.held, .neverFires, rule.place) }
            want(seen.whole.failed, .neverSilent, rule.place)
            for ((test, place), sides) in zip(seen.tests, seen.sides) {
                want(sides.held, .neverHolds, place, test)
                want(sides.failed, .neverFails, place, test)
            }
            if policy.ownRules.contains(rule.id), !seen.isIdle {
                want(told.contains(rule.id), .neverTold, rule.place)
            }
        }
        return Coverage(points: points, gaps: gaps)
    }
}

extension FactTest {
    /// Whether it asks for one of no values, as where a profile empties a set of countries.
    var isEmpty: Bool { check == .oneOf([]) }
}

extension Condition {
    /// Whether it can never hold because a set of countries is empty.
    var isIdle: Bool { truth { $0.isEmpty ? .no : .maybe } == .no }
}
