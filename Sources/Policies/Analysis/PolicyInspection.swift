/// One look at the conditions of a policy.
struct PolicyInspection {
    let policy: Policy
    private(set) var table = TestTable()
    /// When each rule fires by its own condition; tests for a set that a setting emptied are left open.
    private(set) var whens: [Search.Goal] = []
    /// When each rule fires in this policy.
    private(set) var conditions: [Search.Goal] = []
    /// The rules that a setting keeps from ever firing.
    let isIdle: [Bool]
    private var work = 20_000_000
    private(set) var undecided = 0
    private var remarks: [PolicyRemark] = []

    /// How many parts of formulas one question may look at.
    private static let workPerQuestion = 500_000
    /// People do not write more rules than this.
    private static let mostRules = 1000
    private static let mostTests = 5000

    init(of policy: Policy) {
        self.policy = policy
        isIdle = policy.rules.map(\.when.isIdle)
    }

    /// Asks everything of every rule.
    mutating func run() -> PolicyAnalysis {
        guard policy.rules.count <= Self.mostRules else { return PolicyAnalysis(remarks: [], undecided: 1) }
        for rule in policy.rules {
            whens.append(goal(rule.when))
            conditions.append(Search.Goal(table.formula(of: rule.condition), in: table))
        }
        guard table.tests.count <= Self.mostTests else { return PolicyAnalysis(remarks: [], undecided: 1) }
        table.settle()
        for index in policy.rules.indices where !isIdle[index] && work > 0 {
            if remarkOnWhole(index) { continue }
            remarkOnParts(index)
            if remarkOnTwin(index) { continue }
            remarkOnBehind(index)
            remarkOnDeciding(index)
        }
        return PolicyAnalysis(remarks: remarks, undecided: undecided)
    }

    /// Whether goals can never be reached together.
    mutating func never(_ goals: [Search.Goal]) -> Bool {
        // To begin has its price too, so that many small questions come to an end.
        work -= table.tests.count / 8 + goals.count
        guard work > 0 else {
            undecided += 1
            return false
        }
        var search = Search(table, work: min(work, Self.workPerQuestion))
        let before = search.work
        let answer = search.answer(goals)
        work -= before - search.work
        if answer == .undecided { undecided += 1 }
        return answer == .impossible
    }

    /// That a condition holds, with some of its parts settled.
    mutating func goal(_ condition: Condition, constants: [Int: Bool] = [:]) -> Search.Goal {
        let formula = table.formula(of: condition, isOpen: true, constants: constants)
        work -= formula.size
        return Search.Goal(formula, in: table)
    }

    /// Keeps a remark.
    mutating func remark(
        _ code: PolicyRemark.Code, _ index: Int, at place: TextPlace? = nil, _ message: String, hint: String
    ) {
        let rule = policy.rules[index]
        remarks.append(
            PolicyRemark(code, rule, at: place ?? rule.place, message, hint: hint, in: policy.sources))
    }

    /// A rule that fires never, or always.
    private mutating func remarkOnWhole(_ index: Int) -> Bool {
        let rule = policy.rules[index]
        if never([whens[index]]) {
            let (part, why) = contradiction(in: rule.when)
            remark(
                .neverFires, index, at: rule.places.indices.contains(part) ? rule.places[part] : nil,
                "rule \(rule.id) can never fire: \(why)", hint: "Change the condition, or leave the rule out."
            )
            return true
        }
        if never([whens[index].opposite]) {
            remark(
                .alwaysFires, index, at: rule.places.first,
                "rule \(rule.id) always fires: its condition holds whatever is known of a contact",
                hint: "Ask for something that is not always so, or leave the rule out.")
            return true
        }
        return false
    }
}
