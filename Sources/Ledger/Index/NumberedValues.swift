/// Values that are told apart and numbered in the order in which they first come.
struct NumberedValues<Value: Hashable> {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]
    private var last: (value: Value, number: Int)?
    private let limit: Int

    /// - Parameter limit: How many are numbered; those that come then have no number.
    init(limit: Int) { self.limit = limit }

    /// The number of a value, from 0.
    mutating func number(of value: Value) -> Int? {
        if let last, last.value == value { return last.number }
        guard let number = known(value) else { return nil }
        last = (value, number)
        return number
    }

    private mutating func known(_ value: Value) -> Int? {
        if let number = numbers[value] { return number }
        guard values.count < limit else { return nil }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }
}
