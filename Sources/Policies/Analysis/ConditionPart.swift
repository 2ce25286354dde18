/// A part of a condition, with its place in the whole.
struct ConditionPart {
    /// The part.
    let condition: Condition
    /// Its place in `Condition.parts`.
    let number: Int
    /// The place of what it stands directly beneath, nil for the whole.
    let parent: Int?
    /// The place after its last own part.
    private(set) var end: Int
    /// Whether it stands beneath an even number of nots.
    let isUpright: Bool

    /// The condition and every part of it, in the order of `Condition.parts`.
    static func all(of condition: Condition) -> [ConditionPart] {
        var found: [ConditionPart] = []
        collect(condition, parent: nil, isUpright: true, into: &found)
        return found
    }

    private static func collect(
        _ condition: Condition, parent: Int?, isUpright: Bool, into found: inout [ConditionPart]
    ) {
        let number = found.count
        found.append(
            ConditionPart(
                condition: condition, number: number, parent: parent, end: number + 1, isUpright: isUpright))
        let isTurned = if case .not = condition { true } else { false }
        for child in condition.children {
            collect(child, parent: number, isUpright: isUpright != isTurned, into: &found)
        }
        found[number].end = found.count
    }
}
