/// One look at the conditions of a policy.
struct PolicyInspection {
    let policy: Policy
    private(set) var table = TestTable()
    /// When each rule fires by its own condition; tests for a set that a setting emptied are left open.
    private(set) var whens: [Formula] = []
    /// When each rule fires in this policy.
    private(set) var conditions: [Formula] = []
    /// The rules that a setting keeps from ever firing.
    let isIdle: [Bool]
    private var work = 30_000_000
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
            whens.append(table.formula(of: rule.when, isOpen: true))
            conditions.append(table.formula(of: rule.condition))
        }
        guard table.tests.count <= Self.mostTests else { return PolicyAnalysis(remarks: [], undecided: 1) }
        table.settle()
        for index in policy.rules.indices where !isIdle[index] {
            if remarkOnWhole(index) { continue }
            remarkOnParts(index)
            if remarkOnTwin(index) { continue }
            remarkOnBehind(index)
            remarkOnDeciding(index)
        }
        return PolicyAnalysis(remarks: remarks, undecided: undecided)
    }

    /// Whether formulas can never hold, or not hold, together.
    mutating func never(_ goals: [(formula: Formula, isWanted: Bool)]) -> Bool {
        var search = Search(table, work: min(work, Self.workPerQuestion))
        let before = search.work
        let answer = search.answer(goals.map { Search.Goal($0.formula, $0.isWanted, in: table) })
        work -= before - search.work
        if answer == .undecided { undecided += 1 }
        return answer == .impossible
    }

    /// A condition in numbers, with some of its parts settled.
    mutating func formula(of condition: Condition, constants: [Int: Bool] = [:]) -> Formula {
        table.formula(of: condition, isOpen: true, constants: constants)
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
        if never([(whens[index], true)]) {
            let (part, why) = contradiction(in: rule.when)
            remark(
                .neverFires, index, at: rule.places.indices.contains(part) ? rule.places[part] : nil,
                "rule \(rule.id) can never fire: \(why)", hint: "Change the condition, or leave the rule out.")
            return true
        }
        if never([(whens[index], false)]) {
            remark(
                .alwaysFires, index, at: rule.places.first,
                "rule \(rule.id) always fires: its condition holds whatever is known of a contact",
                hint: "Ask for something that is not always so, or leave the rule out.")
            return true
        }
        return false
    }
}
