extension PolicyInspection {
    /// Parts of a condition that are always or never so where it matters.
    mutating func remarkOnParts(_ index: Int) {
        let rule = policy.rules[index]
        let parts = ConditionPart.all(of: rule.when)
        guard parts.count > 1 else { return }
        var constants: [Int: Bool] = [:]
        var next = 1
        while next < parts.count {
            let part = parts[next]
            // What was found needs no look at what stands beneath it.
            guard let value = idleValue(of: part, in: rule.when, constants) else {
                next += 1
                continue
            }
            constants[part.number] = value
            next = part.end
            let isSo = value ? "always" : "never"
            remark(
                value ? .alwaysTrue : .neverTrue, index,
                at: rule.places.indices.contains(part.number) ? rule.places[part.number] : nil,
                "in rule \(rule.id) it is \(isSo) so that \(part.condition), where the rest leaves it open",
                hint:
                    "Leave this part out: the rule then fires for the same contacts; or change what it asks.")
        }
    }

    /// The value that a part can be taken to have without changing the condition, nil if it has a say.
    private mutating func idleValue(
        of part: ConditionPart, in condition: Condition, _ constants: [Int: Bool]
    ) -> Bool? {
        let whole = goal(condition, constants: constants)
        for value in [true, false] {
            let settled = goal(condition, constants: constants.merging([part.number: value]) { $1 })
            // Above an even number of nots a part that is taken to hold can only make the condition hold more often.
            let isWider = value == part.isUpright
            let (wide, narrow) = isWider ? (settled, whole) : (whole, settled)
            if never([wide, narrow.opposite]) { return value }
        }
        return nil
    }

    /// Where a condition that never holds contradicts itself, as a place in `Condition.parts`, and how.
    mutating func contradiction(in condition: Condition) -> (part: Int, why: String) {
        let parts = ConditionPart.all(of: condition)
        var number = 0
        while true {
            let part = parts[number]
            let children = parts.filter { $0.parent == number }
            switch part.condition {
            case .any:
                // None of them ever holds; the first is as good as any.
                guard let first = children.first else { return (number, "nothing is asked") }
                number = first.number
            case .all:
                if let one = children.first(where: { never([goal($0.condition)]) }) {
                    number = one.number
                    continue
                }
                let clash = self.clash(of: children)
                let texts = clash.map { "\"\($0.condition)\"" }.joined(separator: " and ")
                return (clash.last?.number ?? number, "\(texts) are never so together")
            case .not(let inner): return (number, "\"\(inner)\" is always so")
            case .test(let test): return (number, "\"\(test)\" is never so")
            }
        }
    }

    /// The fewest of some parts that cannot hold together, as far as leaving one out after the other finds them.
    private mutating func clash(of parts: [ConditionPart]) -> [ConditionPart] {
        var clash = parts
        for part in parts where clash.count > 2 {
            let rest = clash.filter { $0.number != part.number }
            if never(rest.map { goal($0.condition) }) { clash = rest }
        }
        return clash
    }
}
