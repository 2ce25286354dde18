/// A rule of claims with the names of its columns as numbers, for many rows.
struct NumberedClaimRule: Sendable {
    /// Values that a column must hold, or must not.
    struct Expectation: Sendable {
        let columns: [Int]
        /// The column's name for messages.
        let label: String
        let words: CellWords
    }

    /// Columns of which one must be filled.
    struct Requirement: Sendable {
        /// Each, and whether it is one of network addresses.
        let columns: [(number: Int, isAddress: Bool)]
        /// The first one's name for messages.
        let label: String
    }

    /// Whether the rule names forms, one of which must tell of a way by which people come themselves.
    let namesForms: Bool
    /// Whether a box of consent must be ticked.
    let needsBox: Bool
    /// Whether the rule says itself what has to stand beside the time.
    let hasConditions: Bool
    let time: [Int]
    let ip: [Int]
    let confirmedTime: [Int]
    let confirmedIP: [Int]
    let form: [Int]
    let method: [Int]
    let wording: [Int]
    let requires: [Requirement]
    let values: [Expectation]
    let unless: [Expectation]
    let differs: [(one: Int, other: Int)]
    let shared: [Int]
    let never: [Int]

    init(_ rule: ClaimRule, _ names: NamedColumns) {
        func expectation(_ told: ClaimRule.Expectation) -> Expectation {
            Expectation(
                columns: names.numbers(of: told.columns), label: told.columns.first ?? "", words: told.words)
        }
        namesForms = !rule.form.isEmpty
        needsBox = rule.needsBox
        hasConditions = rule.hasConditions
        time = names.numbers(of: rule.time)
        ip = names.numbers(of: rule.ip)
        confirmedTime = names.numbers(of: rule.confirmedTime)
        confirmedIP = names.numbers(of: rule.confirmedIP)
        form = names.numbers(of: rule.form)
        method = names.numbers(of: rule.method)
        wording = names.numbers(of: rule.wording)
        requires = rule.requires.map { group in
            Requirement(
                columns: group.flatMap { label in
                    let isAddress = rule.ip.contains(label) || rule.confirmedIP.contains(label)
                    return names.numbers(of: [label]).map { (number: $0, isAddress: isAddress) }
                },
                label: group.first ?? "")
        }
        values = rule.values.map(expectation)
        unless = rule.unless.map(expectation)
        differs = rule.differs.compactMap { pair in
            let numbers = names.numbers(of: pair)
            return numbers.count == 2 ? (one: numbers[0], other: numbers[1]) : nil
        }
        shared = names.numbers(of: rule.shared)
        never = names.numbers(of: rule.never)
    }
}
