extension PolicyInspection {
    /// Two rules that fire for the same contacts; told of the later one.
    mutating func remarkOnTwin(_ index: Int) -> Bool {
        let rule = policy.rules[index]
        let facts = rule.when.facts
        for other in policy.rules.indices.prefix(index)
        where !isIdle[other] && !rule.behind.contains(policy.rules[other].id)
            && policy.rules[other].when.facts == facts
        {
            let differs =
                !never([whens[index], whens[other].opposite])
                || !never([whens[other], whens[index].opposite])
            if differs { continue }
            let twin = policy.rules[other]
            remark(
                .sameCondition, index, at: rule.places.first,
                "rules \(twin.id) and \(rule.id) fire for the same contacts (\(twin.id) stands in "
                    + "\(twin.file):\(twin.line))",
                hint: "Leave one of them out, or name \(twin.id) under behind: if both are meant.")
            return true
        }
        return false
    }

    /// Rules that are said to go before another, and do not.
    mutating func remarkOnBehind(_ index: Int) {
        let rule = policy.rules[index]
        for (id, place) in zip(rule.behind, rule.behindPlaces) {
            guard let other = policy.rules.firstIndex(where: { $0.id == id }), !isIdle[other] else {
                continue
            }
            if other == index {
                remark(
                    .notBehind, index, at: place, "rule \(id) stands behind itself", hint: "Leave it out.")
                continue
            }
            if never([whens[index], whens[other]]) {
                remark(
                    .notBehind, index, at: place,
                    "rule \(rule.id) stands behind \(id), and the two never fire together",
                    hint: "Leave \(id) out under behind:, or change a condition.")
                continue
            }
            // What a profile made of either is the profile's own affair.
            guard isAsWritten(index), isAsWritten(other), !goesBefore(other, index) else { continue }
            remark(
                .notBehind, index, at: place,
                "rule \(rule.id) stands behind \(id), and \(id) is told after it",
                hint: "Let \(id) stand earlier in the order of telling, or leave it out under behind:.")
        }
    }

    /// A rule that changes no verdict and is told for nobody.
    mutating func remarkOnDeciding(_ index: Int) {
        let rule = policy.rules[index]
        // Where other rules give the basis, a rule about consent may be silent in a whole policy: that is meant.
        guard !never([conditions[index]]) else { return }
        if rule.effect.verdict != nil {
            let others = policy.rules.indices.filter { other in
                other != index && !isIdle[other] && policy.rules[other].effect.verdict != nil
                    && goesBefore(other, index) && !rule.behind.contains(policy.rules[other].id)
            }
            guard let cover = self.cover(of: index, by: others) else { return }
            let names = self.names(of: cover)
            remark(
                .neverDecides, index,
                "rule \(rule.id) can never decide: whenever it fires, \(names) \(cover.count == 1 ? "fires" : "fire") "
                    + "too and \(cover.count == 1 ? "goes" : "go") before it",
                hint: "Leave \(rule.id) out, narrow the other, or name it under behind: if that is meant.")
        } else if rule.effect == .accept, rule.basis == .gives {
            let rejects = policy.rules.indices.filter { !isIdle[$0] && policy.rules[$0].effect == .reject }
            guard let cover = self.cover(of: index, by: rejects) else { return }
            remark(
                .basisRejected, index,
                "rule \(rule.id) gives a basis that helps nobody: whenever it fires, \(names(of: cover)) "
                    + "\(cover.count == 1 ? "rejects" : "reject")",
                hint: "Narrow the other rule, or leave \(rule.id) off.")
        }
    }

    /// Whether a rule is told before another when both fire.
    private func goesBefore(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (policy.rules[a].effect.strictness, policy.rules[b].effect.strictness)
        return first > second || (first == second && a < b)
    }

    private func isAsWritten(_ index: Int) -> Bool {
        policy.rules[index].effect == policy.rules[index].writtenEffect
    }

    /// The fewest of some rules of which one fires whenever a rule does; nil where it also fires without them.
    private mutating func cover(of index: Int, by others: [Int]) -> [Int]? {
        let silent = others.map { conditions[$0].opposite }
        guard never([conditions[index]] + silent) else { return nil }
        for (place, other) in others.enumerated() where never([conditions[index], silent[place]]) {
            return [other]
        }
        var cover = others
        for other in others where cover.count > 1 {
            let rest = cover.filter { $0 != other }
            if never([conditions[index]] + rest.map { conditions[$0].opposite }) { cover = rest }
        }
        return cover
    }

    private func names(of rules: [Int]) -> String {
        let ids = rules.map { policy.rules[$0].id }
        guard let last = ids.last, ids.count > 1 else { return ids.first ?? "" }
        return ids.dropLast().joined(separator: ", ") + " or " + last
    }
}
