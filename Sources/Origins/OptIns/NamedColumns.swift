/// The names of columns that the rules of a layout tell of, each as a number: comparing those costs nothing.
struct NamedColumns: Sendable {
    private var numbers: [ColumnName: Int] = [:]

    /// Numbers the names of some labels.
    init(_ labels: [String]) {
        for label in labels {
            let name = ColumnName(label)
            if numbers[name] == nil { numbers[name] = numbers.count }
        }
    }

    /// The number of a name; nil for one that no rule tells of.
    func number(of name: ColumnName) -> Int? { numbers[name] }

    /// The numbers of some labels, in their order.
    func numbers(of labels: [String]) -> [Int] { labels.compactMap { numbers[ColumnName($0)] } }
}
