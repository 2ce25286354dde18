/// What the dates of one column say about their order.
///
/// One date with a day beyond 12 decides for all of the column; a column that says both decides nothing.
struct DateOrderVotes: Hashable, Sendable {
    private var isDayFirst = false
    private var isMonthFirst = false

    /// The order, if all that was seen agrees.
    var decided: DateOrder? {
        isDayFirst == isMonthFirst ? nil : isDayFirst ? .dayFirst : .monthFirst
    }

    /// Whether something was seen that decides, whatever else.
    var isTold: Bool { isDayFirst || isMonthFirst }

    mutating func take(_ order: DateOrder?) {
        switch order {
        case .dayFirst: isDayFirst = true
        case .monthFirst: isMonthFirst = true
        case nil: break
        }
    }

    mutating func take(_ other: DateOrderVotes) {
        isDayFirst = isDayFirst || other.isDayFirst
        isMonthFirst = isMonthFirst || other.isMonthFirst
    }
}
