import Policies

/// Looks on while the rows of a list are judged.
protocol RowObserver: AnyObject {
    /// A reading of the list begins; what was seen in an earlier one counts no longer.
    func begin()

    /// A row was decided.
    ///
    /// - Parameter facts: By which facts an address of its cell was judged, counted from 0.
    func see(_ row: RowSlot, _ decision: RowDecision, facts: (Int) -> Facts)
}
