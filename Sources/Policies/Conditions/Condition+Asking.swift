extension Condition {
    /// The condition of a policy that wants facts about the sending declared: it holds unless what was declared shows
    /// that it does not.
    ///
    /// A test of such a fact, where its answer yes makes the condition hold, also holds while the fact is unknown; below
    /// a `not` the unknown counts already as no.
    var askingForDeclared: Condition { asking(isUpright: true) }

    private func asking(isUpright: Bool) -> Condition {
        switch self {
        case .all(let parts): return .all(parts.map { $0.asking(isUpright: isUpright) })
        case .any(let parts): return .any(parts.map { $0.asking(isUpright: isUpright) })
        case .not(let part): return .not(part.asking(isUpright: !isUpright))
        case .test(let test):
            guard isUpright, test.fact.source == .declared else { return self }
            return .any([self, .test(FactTest(fact: test.fact, check: .known(false)))])
        }
    }
}
