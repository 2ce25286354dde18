import Policies

extension Facts {
    /// Takes in what a cell of the row tells.
    ///
    /// What cannot be read leaves its fact unknown; so it does with the country, which then is not taken to be the
    /// controller's.
    mutating func take(_ cell: FactCell, of fact: Fact) {
        guard !fact.isStopThatColumnsTell else { return }
        if case .told(let value) = cell { self[fact] = value } else { forget(fact) }
        if fact == .rowCountry { set(.rowCountryTold, to: isKnown(.rowCountry) ? true : nil) }
    }

    /// Takes in what a cell tells of a stop that the ledger may know too: the least permissive of both counts.
    ///
    /// A column adds a stop and never takes one away, and a later moment is the less permissive one.
    mutating func tighten(_ cell: FactCell, of fact: Fact) {
        guard fact.isStopThatColumnsTell, case .told(let value) = cell else { return }
        switch (value, self[fact]) {
        case (.boolean(true), _): set(fact, to: true)
        case (.time(let told), .time(let known)?): set(fact, to: max(told, known))
        case (.time(let told), nil): set(fact, to: told)
        default: break
        }
    }
}
