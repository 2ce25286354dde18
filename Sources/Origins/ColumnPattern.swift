/// A rule for names of columns that no list could hold in full.
struct ColumnPattern: Sendable {
    /// What such a column is for.
    let meaning: ColumnMeaning
    /// Parts that all must stand in the folded name.
    let all: [BytePattern]
    /// Parts of which one must, if there are any.
    let any: [BytePattern]
    /// Parts that must not.
    let none: [BytePattern]

    /// Whether a name follows the rule.
    func fits(_ name: ColumnName) -> Bool {
        all.allSatisfy { name.holds($0) }
            && (any.isEmpty || any.contains { name.holds($0) })
            && !none.contains { name.holds($0) }
    }
}
