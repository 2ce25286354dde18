/// What of a policy its examples reach, and what no example does.
///
/// A rule counts twice: it should fire in an example, and be silent in one. So does each test of its condition: it
/// should hold in one, and not hold in one. Every rule that the policy's own file holds or changes should also be told in
/// one of the policy's own examples.
public struct Coverage: Sendable, Hashable {
    /// Something that no example reaches.
    public struct Gap: Sendable, Hashable {
        /// Which side of it is missing.
        public enum Kind: String, Sendable, CaseIterable {
            /// The rule fires in no example.
            case neverFires = "never-fires"
            /// The rule is silent in no example.
            case neverSilent = "never-silent"
            /// The test holds in no example.
            case neverHolds = "never-holds"
            /// The test fails in no example.
            case neverFails = "never-fails"
            /// No example of the policy's own tells the rule.
            case neverTold = "never-told"
        }

        /// What is missing.
        public let kind: Kind
        /// The id of the rule.
        public let rule: String
        /// The test as an author writes it; nil where the gap is about the whole rule.
        public let test: String?
        /// The file of the rule.
        public let file: String
        /// Where the test or the rule stands.
        public let place: TextPlace
    }

    /// How many sides there are to reach.
    public let points: Int
    /// What is missing, in the order of the rules.
    public let gaps: [Gap]

    /// How many sides are reached.
    public var reached: Int { points - gaps.count }
    /// Of a hundred sides, how many are reached; 100 only where none is missing.
    public var percent: Int { points == 0 ? 100 : reached * 100 / points }
    /// Whether nothing is missing.
    public var isWhole: Bool { gaps.isEmpty }
}

extension Coverage.Gap: CustomStringConvertible {
    /// `file:line:column: rule L05: …`.
    public var description: String {
        "\(file):\(place.line):\(place.column): rule \(rule): \(sentence)"
    }

    private var sentence: String {
        let test = test ?? ""
        return switch kind {
        case .neverFires: "it fires in no example"
        case .neverSilent: "it is silent in no example"
        case .neverHolds: "in no example it holds that \(test)"
        case .neverFails: "in every example it holds that \(test)"
        case .neverTold: "no example of this policy's own tells it"
        }
    }
}
