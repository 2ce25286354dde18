public import Consent

/// What became of the rows of an example.
public struct ListExampleResult: Sendable, Hashable {
    /// What became of one row.
    public struct Row: Sendable, Hashable {
        /// The row, from 1.
        public let row: Int
        /// Where it went.
        public let verdict: Verdict
        /// The id of the rule that was told; nil where the contact was accepted on its record.
        public let rule: String?

        /// A row with its outcome.
        public init(row: Int, verdict: Verdict, rule: String?) {
            (self.row, self.verdict, self.rule) = (row, verdict, rule)
        }

        fileprivate var outcome: String { rule.map { "\(verdict.rawValue) \($0)" } ?? verdict.rawValue }
    }

    /// The example, with what was expected.
    public let example: ListExample
    /// The rows in their order.
    public let rows: [Row]

    /// What became of an example.
    public init(example: ListExample, rows: [Row]) {
        (self.example, self.rows) = (example, rows)
    }

    /// Whether every row went where it was expected, and none was there of which nothing was expected.
    public var isAsExpected: Bool { lines.isEmpty }

    /// Where expected and actual differ, as lines with `-` and `+`; nil where they do not.
    public var difference: String? {
        guard !isAsExpected else { return nil }
        let head = "\(example.file):\(example.place.line): \(example.name)"
        return ([head] + lines).joined(separator: "\n")
    }

    private var lines: [String] {
        let numbers = Set(rows.map(\.row)).union(example.expectations.map(\.row)).sorted()
        return numbers.flatMap { number in
            let expected = example.expectations.first { $0.row == number }
                .map { Row(row: number, verdict: $0.verdict, rule: $0.rule).outcome }
            let actual = rows.first { $0.row == number }?.outcome
            guard expected != actual else { return [String]() }
            return [
                "  row \(number)", "  - \(expected ?? "nothing")", "  + \(actual ?? "there is no such row")",
            ]
        }
    }
}
