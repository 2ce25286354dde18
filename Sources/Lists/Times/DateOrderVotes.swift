/// What the dates of one column say about their order.
///
/// One date with a day beyond 12 decides for all of the column; a column that says both decides nothing.
package struct DateOrderVotes: Hashable, Sendable {
    private var isDayFirst = false
    private var isMonthFirst = false

    /// Nothing was seen yet.
    package init() {}

    /// The order, if all that was seen agrees.
    package var decided: DateOrder? {
        isDayFirst == isMonthFirst ? nil : isDayFirst ? .dayFirst : .monthFirst
    }

    /// Whether something was seen that decides, whatever else.
    package var isTold: Bool { isDayFirst || isMonthFirst }

    /// Takes in what one date says.
    package mutating func take(_ order: DateOrder?) {
        switch order {
        case .dayFirst: isDayFirst = true
        case .monthFirst: isMonthFirst = true
        case nil: break
        }
    }

    /// Takes in what other dates say.
    package mutating func take(_ other: DateOrderVotes) {
        isDayFirst = isDayFirst || other.isDayFirst
        isMonthFirst = isMonthFirst || other.isMonthFirst
    }
}
